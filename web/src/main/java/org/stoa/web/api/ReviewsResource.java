package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductId;
import org.stoa.member.MemberId;
import org.stoa.review.MyReview;
import org.stoa.review.ReviewQuery;
import org.stoa.review.ReviewSort;
import org.stoa.review.ReviewText;
import org.stoa.review.ReviewText.Fault;
import org.stoa.review.ReviewText.Field;
import org.stoa.review.ReviewViews;
import org.stoa.review.Reviews;
import org.stoa.web.security.Caller;

/** Reviews of a product. */
@Path("products/{id}/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
public class ReviewsResource {
    private static final String PERSONAL = "private, no-store";

    @Inject
    private Catalogue catalogue;

    @Inject
    private ReviewViews views;

    @Inject
    private Reviews reviews;

    @Inject
    private Caller caller;

    /**
     * What a member says.
     *
     * @param rating 1 to 5 stars
     * @param title up to 120 characters, may be left out
     * @param text 1 to 5,000 characters
     */
    public record Said(
            @Schema(examples = "5") Integer rating,
            @Schema(examples = "Still the funniest") String title,
            @Schema(examples = "My yearly re-read.") String text) {}

    /** One page of reviews. */
    @GET
    @Operation(
            summary = "Lists the reviews of a product",
            description = "Without hidden ones; the summary is of all of them, whatever the list shows.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewsJson.class),
                            examples = @ExampleObject(name = "page", value = """
                            {"items": [{"id": 17, "author": "Ada", "rating": 5, "title": "Still the funniest",
                                        "text": "My yearly re-read.", "createdAt": "2026-11-20T20:15:00Z",
                                        "version": 0}],
                             "summary": {"average": 4.5, "count": 2,
                                         "histogram": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}},
                             "next": "bmV3ZXN0LDE3LDU"}""")))
    @APIResponse(responseCode = "400", description = "Malformed parameter")
    @APIResponse(responseCode = "404", description = "No such product")
    public Response list(
            @PathParam("id") String id,
            @Parameter(description = "newest, highest or lowest") @DefaultValue("newest") @QueryParam("sort")
                    String sort,
            @Parameter(description = "Only those that give so many stars, 1 to 5") @QueryParam("stars") String stars,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100") @DefaultValue("20") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var query = new ReviewQuery(
                product(id),
                ReviewSort.fromKey(sort),
                stars == null ? OptionalInt.empty() : OptionalInt.of(GivenNumber.of("stars", stars)),
                Optional.ofNullable(cursor),
                GivenNumber.of("limit", limit));
        var page = views.page(query);
        if (!page.summary().rating().isRated()) {
            requireProduct(id);
        }
        return ListAnswer.of(ReviewsJson.of(page), page.next(), uri);
    }

    /** What the member who asks says. */
    @GET
    @Path("mine")
    @Operation(summary = "Shows your review", description = "For members, by session.")
    @APIResponse(
            responseCode = "200",
            description = "Your review; its ETag is its version",
            content = @Content(schema = @Schema(implementation = ReviewJson.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "404", description = "You have not reviewed this product")
    public Response mine(@PathParam("id") String id) {
        return answer(Response.Status.OK, own(product(id), member()));
    }

    /** Says something, or something else. */
    @PUT
    @Path("mine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes or changes your review",
            description = "One a product. To change it, send its ETag in If-Match. For members, by session.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ReviewJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = ReviewJson.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "412", description = "It has been changed since the version in If-Match, or is gone")
    @APIResponse(responseCode = "422", description = "A field that can't be accepted")
    @APIResponse(
            responseCode = "428",
            description = "You have written one: say in If-Match which version of it you change")
    @APIResponse(responseCode = "429", description = "You have written too many lately")
    public Response write(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Said said, @Context UriInfo uri) {
        var member = member();
        var product = product(id);
        var text = text(said);
        var present = views.mine(product, member);
        if (present.isPresent()) {
            reviews.change(product, member, Etags.required(ifMatch), text);
            return answer(Response.Status.OK, own(product, member));
        }
        if (ifMatch != null) {
            throw new Refusal(Refusal.Kind.STALE, "You have not reviewed this product, or not any more.");
        }
        reviews.write(product, member, text);
        var written = answer(Response.Status.CREATED, own(product, member));
        return Response.fromResponse(written).location(uri.getAbsolutePath()).build();
    }

    /** Takes it back. */
    @DELETE
    @Path("mine")
    @Operation(summary = "Deletes your review", description = "With its ETag in If-Match. For members, by session.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "It is hidden by the staff")
    @APIResponse(responseCode = "412", description = "It has been changed since the version in If-Match")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        var member = member();
        reviews.delete(product(id), member, Etags.required(ifMatch));
        return Response.noContent().header("Cache-Control", PERSONAL).build();
    }

    private MemberId member() {
        return caller.memberId()
                .orElseThrow(() -> new NotAuthorizedException(
                        Problem.of(Response.Status.UNAUTHORIZED.getStatusCode(), "Nobody is signed in.")
                                .response()));
    }

    private MyReview own(ProductId product, MemberId member) {
        return views.mine(product, member)
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.NOT_FOUND, "You have not reviewed product " + product.value() + "."));
    }

    private static Response answer(Response.Status status, MyReview mine) {
        return Response.status(status)
                .entity(ReviewJson.of(mine))
                .tag(Etags.of(mine.review().version()))
                .header("Cache-Control", PERSONAL)
                .build();
    }

    private static ReviewText text(Said said) {
        InvalidBody.required(said, "");
        var text = new ReviewText(said.rating() == null ? 0 : said.rating(), said.title(), said.text());
        var faults = text.faults();
        if (!faults.isEmpty()) {
            List<Problem.FieldError> errors =
                    faults.entrySet().stream().map(ReviewsResource::error).toList();
            throw new InvalidBody(errors);
        }
        return text;
    }

    private static Problem.FieldError error(Map.Entry<Field, Fault> fault) {
        var pointer = "/" + fault.getKey().name().toLowerCase(Locale.ROOT);
        var most =
                switch (fault.getKey()) {
                    case RATING -> "A whole number from 1 to " + ReviewText.MOST_STARS + ".";
                    case TITLE -> "At most " + ReviewText.LONGEST_TITLE + " characters.";
                    case TEXT -> "1 to " + ReviewText.LONGEST_TEXT + " characters.";
                };
        return new Problem.FieldError(
                pointer, fault.getValue() == Fault.UNPRINTABLE ? "Characters that can't be shown." : most);
    }

    private static ProductId product(String id) {
        try {
            return new ProductId(Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw unknown(id);
        }
    }

    private void requireProduct(String id) {
        if (catalogue.product(product(id)).isEmpty()) {
            throw unknown(id);
        }
    }

    private static Refusal unknown(String id) {
        return new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + id + ".");
    }
}
