package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.review.MyReview;
import org.stoa.review.ReviewView;
import org.stoa.review.StaffReview;

/**
 * A review of a product.
 *
 * @param author what the member who wrote it wants to be called
 * @param rating 1 to 5 stars
 * @param title plain text, perhaps empty
 * @param text plain text
 * @param createdAt RFC 3339 in UTC
 * @param changedAt RFC 3339 in UTC; left out as long as it stands as it was written
 * @param version grows with each change
 * @param hidden whether the staff hid it; only for its author and for staff
 * @param product the slug of the product; only for staff
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewJson(
        @Schema(examples = "17") long id,
        @Schema(examples = "Ada") String author,
        @Schema(examples = "5") int rating,
        @Schema(examples = "Still the funniest") String title,
        @Schema(examples = "My yearly re-read.") String text,
        @Schema(examples = "2026-11-20T20:15:00Z") String createdAt,
        String changedAt,
        @Schema(examples = "0") long version,
        Boolean hidden,
        String product) {
    static ReviewJson of(ReviewView review) {
        return of(review, null, null);
    }

    static ReviewJson of(MyReview mine) {
        return of(mine.review(), mine.hidden(), null);
    }

    static ReviewJson of(StaffReview staff) {
        return of(staff.review(), staff.hidden(), staff.slug());
    }

    private static ReviewJson of(ReviewView review, Boolean hidden, String product) {
        return new ReviewJson(
                review.id().value(),
                review.author(),
                review.rating(),
                review.title(),
                review.text(),
                review.written().toString(),
                review.changed().map(Instant::toString).orElse(null),
                review.version(),
                hidden,
                product);
    }
}
