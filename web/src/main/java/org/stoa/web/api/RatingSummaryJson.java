package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.review.RatingSummary;

/**
 * What all reviews of a product give together.
 *
 * @param average 1.0 to 5.0 stars, with one decimal; left out where there are none
 * @param count how many there are
 * @param histogram how many give so many stars, by the stars from 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatingSummaryJson(
        @Schema(examples = "4.3") BigDecimal average,
        @Schema(examples = "12") int count,
        Map<Integer, Integer> histogram) {
    static RatingSummaryJson of(RatingSummary summary) {
        var histogram = new TreeMap<Integer, Integer>();
        summary.histogram().forEach(bar -> histogram.put(bar.stars(), bar.count()));
        var rating = RatingJson.of(summary.rating());
        return new RatingSummaryJson(rating.average(), rating.count(), histogram);
    }
}
