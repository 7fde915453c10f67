package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.search.Facet;
import org.stoa.search.Search;
import org.stoa.search.SearchFilters;
import org.stoa.search.SearchQuery;
import org.stoa.search.SearchSort;
import org.stoa.search.Suggestions;

/** Search over the products that are sold. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class SearchResource {
    @Inject
    private Search search;

    @Inject
    private Suggestions suggestions;

    /** One page of products. */
    @GET
    @Operation(
            summary = "Finds products",
            description =
                    "By words, of which quotes make a phrase and a minus excludes one, and by facets. Values of one"
                            + " facet are alternatives, different facets hold together; the counts of a facet leave out"
                            + " what is chosen of it. Where little is found, didYouMean says what was probably meant, and what"
                            + " that finds is listed as well.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = SearchJson.class),
                            examples = @ExampleObject(name = "page", value = """
                            {"items": [{"id": 42, "slug": "moby-dick", "title": "Moby-Dick",
                              "byline": "Herman Melville", "sku": "BOOK-0042",
                              "price": {"amount": "14.90", "currency": "EUR"}, "stock": 7,
                              "status": "active", "version": 0, "images": [],
                              "rating": {"average": 4.3, "count": 12}}],
                             "facets": {"category": [{"value": "adventure", "label": "Adventure", "count": 1,
                                                      "chosen": false}],
                                        "author": [{"value": "Herman Melville", "label": "Herman Melville",
                                                    "count": 1, "chosen": false}],
                                        "language": [{"value": "en", "label": "en", "count": 1, "chosen": false}],
                                        "price": [{"value": "10-15", "label": "10-15", "count": 1,
                                                   "chosen": false}],
                                        "rating": [{"value": "4", "label": "4", "count": 1, "chosen": false}],
                                        "inStock": [{"value": "true", "label": "true", "count": 1,
                                                     "chosen": false}]},
                             "didYouMean": "moby dick", "total": 1, "totalIsAtLeast": false}""")))
    @APIResponse(responseCode = "400", description = "Malformed parameter")
    public Response find(
            @Parameter(description = "The words, up to 200 characters; all products where there are none")
                    @DefaultValue("")
                    @QueryParam("q")
                    String text,
            @Parameter(description = "Slugs of categories") @QueryParam("category") List<String> categories,
            @Parameter(description = "Authors, as products name them") @QueryParam("author") List<String> authors,
            @Parameter(description = "Languages, as products name them") @QueryParam("language") List<String> languages,
            @Parameter(description = "0-5, 5-10, 10-15, 15-25, 25-50 or 50-") @QueryParam("price") List<String> prices,
            @Parameter(description = "4, 3, 2 or 1: so many stars and up") @QueryParam("rating") List<String> ratings,
            @Parameter(description = "true: only what there is") @QueryParam("inStock") List<String> stock,
            @Parameter(description = "relevance, title, price-up, price-down or newest")
                    @DefaultValue("relevance")
                    @QueryParam("sort")
                    String sort,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100") @DefaultValue("20") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var filters = SearchFilters.of(Map.of(
                Facet.CATEGORY, categories,
                Facet.AUTHOR, authors,
                Facet.LANGUAGE, languages,
                Facet.PRICE, prices,
                Facet.RATING, ratings,
                Facet.STOCK, stock));
        var page = search.find(new SearchQuery(
                text, filters, SearchSort.fromKey(sort), Optional.ofNullable(cursor), GivenNumber.of("limit", limit)));
        return ListAnswer.of(SearchJson.of(page), page.next(), uri);
    }

    /** What somebody who is still typing may mean. */
    @GET
    @Path("suggestions")
    @Operation(
            summary = "Suggests titles and authors",
            description = "At most 8 for a text that is still being typed; none for less than two characters.")
    @APIResponse(
            responseCode = "200",
            description = "The suggestions, the best first",
            content = @Content(examples = @ExampleObject(name = "suggestions", value = """
                            {"items": [{"text": "Herman Melville", "kind": "author",
                                        "url": "/search?author=Herman+Melville"},
                                       {"text": "Moby-Dick", "kind": "title", "url": "/products/moby-dick"}]}""")))
    @APIResponse(responseCode = "400", description = "A text of more than 200 characters")
    public Response suggest(
            @Parameter(description = "What is typed so far") @DefaultValue("") @QueryParam("q") String text) {
        var items = suggestions.suggest(text).stream().map(SuggestionJson::of).toList();
        return Response.ok(new ListJson<>(items, null))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
