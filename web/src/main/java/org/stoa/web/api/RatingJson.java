package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.catalogue.Rating;

/**
 * What the reviews of a product give it.
 *
 * @param average 1.0 to 5.0 stars, with one decimal; left out where there are none
 * @param count how many there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatingJson(
        @Schema(examples = "4.3") BigDecimal average,
        @Schema(examples = "12") int count) {
    static RatingJson of(Rating rating) {
        return new RatingJson(rating.isRated() ? rating.average() : null, rating.count());
    }
}
