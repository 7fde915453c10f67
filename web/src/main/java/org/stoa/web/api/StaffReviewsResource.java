package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.review.ReviewId;
import org.stoa.review.ReviewViews;
import org.stoa.review.Reviews;

/** Reviews, for staff: what may be seen of them. */
@Path("reviews/{id}")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
public class StaffReviewsResource {
    @Inject
    private ReviewViews views;

    @Inject
    private Reviews reviews;

    /** One review, hidden or not. */
    @GET
    @Operation(summary = "Shows a review", description = "Also a hidden one; for staff.")
    @SecurityRequirement(name = "staff")
    @APIResponse(
            responseCode = "200",
            description = "The review; its ETag is its version",
            content = @Content(schema = @Schema(implementation = ReviewJson.class)))
    @APIResponse(responseCode = "404", description = "No such review")
    public Response show(@PathParam("id") String id) {
        var review = views.forStaff(id(id)).orElseThrow(() -> unknown(id));
        return Response.ok(ReviewJson.of(review))
                .tag(Etags.of(review.review().version()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Hides a review, or shows it again. */
    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Hides a review, or shows it again",
            description = "A merge patch (RFC 7396), with the ETag in If-Match; for staff.")
    @SecurityRequirement(name = "staff")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            examples = @ExampleObject(name = "hide", value = "{\"hidden\": true}")))
    @APIResponse(
            responseCode = "200",
            description = "The review as it is now",
            content = @Content(schema = @Schema(implementation = ReviewJson.class)))
    @APIResponse(responseCode = "412", description = "It has been changed since the version in If-Match")
    @APIResponse(responseCode = "422", description = "Another field than hidden, or no truth value")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        if (patch == null
                || !patch.isObject()
                || patch.size() != 1
                || !patch.path("hidden").isBoolean()) {
            throw new InvalidBody(List.of(new Problem.FieldError("/hidden", "true or false, and nothing else.")));
        }
        reviews.hide(id(id), Etags.required(ifMatch), patch.get("hidden").booleanValue());
        return show(id);
    }

    private static ReviewId id(String id) {
        try {
            return new ReviewId(Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw unknown(id);
        }
    }

    private static Refusal unknown(String id) {
        return new Refusal(Refusal.Kind.NOT_FOUND, "There is no review " + id + ".");
    }
}
