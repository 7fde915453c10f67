package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoa.search.SearchPage;

/**
 * One page of found products.
 *
 * @param items the products, as in lists
 * @param facets the values to choose from, by the names of the parameters
 * @param didYouMean what was probably meant, or null
 * @param total how many products there are on all pages
 * @param totalIsAtLeast whether there may be more
 * @param next the cursor of the next page, left out on the last one
 */
public record SearchJson(
        List<ProductJson> items,
        Map<String, List<FacetValueJson>> facets,
        String didYouMean,
        long total,
        boolean totalIsAtLeast,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {
    static SearchJson of(SearchPage page) {
        var facets = new LinkedHashMap<String, List<FacetValueJson>>();
        page.facets()
                .forEach((facet, values) -> facets.put(
                        facet.key(), values.stream().map(FacetValueJson::of).toList()));
        return new SearchJson(
                page.items().stream().map(ProductJson::of).toList(),
                facets,
                page.didYouMean().orElse(null),
                page.total(),
                page.atLeast(),
                page.next().orElse(null));
    }
}
