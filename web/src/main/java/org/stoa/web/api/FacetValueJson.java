package org.stoa.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.search.FacetValue;

/**
 * A value of a facet.
 *
 * @param value what to send to choose it
 * @param label its name for people
 * @param count the products that have it, among those that the other facets let through
 * @param chosen whether it was asked for
 */
public record FacetValueJson(
        @Schema(examples = "adventure") String value,
        @Schema(examples = "Adventure") String label,
        @Schema(examples = "12") long count,
        @Schema(examples = "false") boolean chosen) {
    static FacetValueJson of(FacetValue value) {
        return new FacetValueJson(value.value(), value.label(), value.count(), value.chosen());
    }
}
