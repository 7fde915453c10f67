package org.stoa.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoa.catalogue.ProductCard;

/**
 * One page of what was found.
 *
 * @param items the products, in order
 * @param facets the values to choose from, in the order in which to show them; every facet is there
 * @param didYouMean what was probably meant, if only little was found; what it finds is on the page as well
 * @param next where the next page starts; none on the last page
 * @param total how many products there are on all pages together
 * @param atLeast whether there may be more than that: counting ends at {@link Search#MOST_MATCHES}
 */
public record SearchPage(
        List<ProductCard> items,
        Map<Facet, List<FacetValue>> facets,
        Optional<String> didYouMean,
        Optional<String> next,
        long total,
        boolean atLeast) {}
