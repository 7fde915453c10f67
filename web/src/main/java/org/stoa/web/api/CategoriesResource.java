package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;

/** Categories. */
@Path("categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CategoriesResource {
    @Inject
    private Catalogue catalogue;

    /** The trees of all categories. */
    @GET
    @Operation(summary = "Lists all categories", description = "As trees, whole: there are at most some hundred.")
    @APIResponse(
            responseCode = "200",
            description = "The trees",
            content = @Content(examples = @ExampleObject(name = "trees", value = """
                                                    {"items": [{"slug": "fiction", "name": "Fiction", "description": "...",
                                                      "children": [{"slug": "adventure", "name": "Adventure",
                                                        "description": "...", "children": []}]}]}""")))
    public Response list() {
        var trees = catalogue.categories().stream().map(CategoryJson::of).toList();
        return Response.ok(new ListJson<>(trees, null))
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** The category of that slug; refuses (not found) an unknown one. */
    @GET
    @Path("{slug}")
    @Operation(summary = "Shows a category", description = "Its products: GET products?category={slug}")
    @APIResponse(
            responseCode = "200",
            description = "The category",
            content = @Content(schema = @Schema(implementation = CategoryJson.class)))
    @APIResponse(responseCode = "404", description = "No such category")
    public Response show(@PathParam("slug") String slug) {
        var category = catalogue
                .category(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no category of that slug."));
        return Response.ok(CategoryJson.of(category))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
