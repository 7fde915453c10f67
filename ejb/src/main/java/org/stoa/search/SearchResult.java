package org.stoa.search;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search found, without the products themselves; see {@link SearchPage}.
 *
 * @param ids of the products of the page, in order
 */
record SearchResult(
        List<Long> ids,
        Map<Facet, List<FacetValue>> facets,
        Optional<String> didYouMean,
        Optional<String> next,
        long total,
        boolean atLeast)
        implements Serializable {}
