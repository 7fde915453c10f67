package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.stoa.review.ReviewPage;

/**
 * One page of a product's reviews.
 *
 * @param items the reviews, in order
 * @param summary of all of them, whatever the page shows
 * @param next the cursor of the next page, left out on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewsJson(List<ReviewJson> items, RatingSummaryJson summary, String next) {
    static ReviewsJson of(ReviewPage page) {
        return new ReviewsJson(
                page.items().stream().map(ReviewJson::of).toList(),
                RatingSummaryJson.of(page.summary()),
                page.next().orElse(null));
    }
}
