package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.ProductQuery;
import org.stoa.catalogue.ProductSort;
import org.stoa.catalogue.Products;

/** Products. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class ProductsResource {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Products products;

    /** One page of products. */
    @GET
    @Operation(summary = "Lists products", description = "All that are sold, or those in or below a category.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(examples = @ExampleObject(name = "page", value = """
                                                    {"items": [{"id": 42, "slug": "moby-dick", "title": "Moby-Dick",
                                                      "byline": "Herman Melville", "sku": "BOOK-0042",
                                                      "price": {"amount": "14.90", "currency": "EUR"}, "stock": 7,
                                                      "status": "active", "version": 0, "images": [],
                                                      "rating": {"average": 4.3, "count": 12}}],
                                                     "next": "dGl0bGUsNDIsbW9ieSBkaWNr"}""")))
    @APIResponse(responseCode = "400", description = "Malformed parameter")
    public Response list(
            @Parameter(description = "Slug of a category") @QueryParam("category") String category,
            @Parameter(description = "title, price-up, price-down or newest") @DefaultValue("title") @QueryParam("sort")
                    String sort,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100") @DefaultValue("20") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var query = new ProductQuery(
                Optional.ofNullable(category), sort(sort), Optional.ofNullable(cursor), GivenNumber.of("limit", limit));
        if (category != null && catalogue.category(category).isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no category of that slug.");
        }
        var page = catalogue.products(query);
        var items = page.items().stream().map(ProductJson::of).toList();
        return ListAnswer.of(new ListJson<>(items, page.next().orElse(null)), page.next(), uri);
    }

    /** One product. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a product")
    @APIResponse(
            responseCode = "200",
            description = "The product; its ETag is its version, and its rating where there is one",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "No such product")
    public Response show(@PathParam("id") String id, @Context Request request) {
        var product = catalogue.product(id(id)).orElseThrow(() -> unknown(id));
        var etag = Etags.of(product.version(), product.rating());
        var unchanged = request.evaluatePreconditions(etag);
        return (unchanged == null ? Response.ok(ProductJson.of(product)) : unchanged)
                .tag(etag)
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** Changes a product, for staff. */
    @PATCH
    @Path("{id}")
    @Staff
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Changes a product", description = "A merge patch (RFC 7396); for staff.")
    @SecurityRequirement(name = "staff")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(
                                            name = "price and stock",
                                            value =
                                                    "{\"price\": {\"amount\": \"12.30\", \"currency\": \"EUR\"}, \"stock\": 5}")))
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @APIResponse(responseCode = "204", description = "Changed; as a draft it is no longer shown")
    @APIResponse(responseCode = "412", description = "It has been changed since the version in If-Match")
    @APIResponse(responseCode = "422", description = "A field that can't be accepted")
    @APIResponse(responseCode = "503", description = "Nothing can be changed for a moment")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        var product = id(id);
        products.change(product, Etags.required(ifMatch), ProductPatch.read(patch));
        // Read here and now, so that it is made once for all clones before anybody is told that it changed.
        return catalogue
                .product(product)
                .map(changed -> Response.ok(ProductJson.of(changed)).tag(Etags.of(changed.version(), changed.rating())))
                .orElse(Response.noContent())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static ProductId id(String text) {
        try {
            return new ProductId(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static Refusal unknown(String id) {
        return new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + id + ".");
    }

    private static ProductSort sort(String key) {
        return ProductSort.fromKey(key)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.MALFORMED,
                        "sort: one of "
                                + Arrays.stream(ProductSort.values())
                                        .map(ProductSort::key)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
