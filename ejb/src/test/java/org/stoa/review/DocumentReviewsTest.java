package org.stoa.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.Rating;

class DocumentReviewsTest {
    private static final ReviewQuery NEWEST = ReviewQuery.newest(new ProductId(42), ReviewViews.NEWEST);

    @Test
    void reviews_are_what_the_document_says() {
        var page = DocumentReviews.of("""
                {"average": 4.5, "counts": [0, 0, 0, 1, 1], "newest": [
                  {"id": 9, "author": "Ada", "rating": 5, "title": "Yes", "text": "Very.", "written": 10, "changed": 20, "version": 1},
                  {"id": 8, "author": "Bob", "rating": 4, "title": "", "text": "So.", "written": 5, "changed": null, "version": 0}]}
                """).page(NEWEST);
        assertThat(page.items())
                .containsExactly(
                        new ReviewView(
                                new ReviewId(9),
                                "Ada",
                                5,
                                "Yes",
                                "Very.",
                                Instant.ofEpochSecond(10),
                                Optional.of(Instant.ofEpochSecond(20)),
                                1),
                        new ReviewView(
                                new ReviewId(8), "Bob", 4, "", "So.", Instant.ofEpochSecond(5), Optional.empty(), 0));
        assertThat(page.next()).isEmpty();
        assertThat(page.summary().rating()).isEqualTo(new Rating(new BigDecimal("4.5"), 2));
        assertThat(page.summary().histogram().get(0)).isEqualTo(new StarCount(5, 1, 50));
    }

    @Test
    void one_more_than_is_shown_says_that_there_is_a_next_page() {
        assertThat(some(ReviewViews.NEWEST).page(NEWEST).next()).isEmpty();
        var page = some(ReviewViews.NEWEST + 1).page(NEWEST);
        assertThat(page.items()).hasSize(ReviewViews.NEWEST);
        assertThat(page.next()).isPresent();
    }

    @Test
    void without_reviews_nothing_is_rated() {
        var page = DocumentReviews.of("{\"average\": null, \"counts\": [0, 0, 0, 0, 0], \"newest\": []}")
                .page(NEWEST);
        assertThat(page.items()).isEmpty();
        assertThat(page.summary().rating()).isEqualTo(Rating.NONE);
    }

    private static DocumentReviews some(int number) {
        var newest = IntStream.range(0, number)
                .mapToObj(n ->
                        "{\"id\": %d, \"author\": \"Ada\", \"rating\": 5, \"title\": \"\", \"text\": \"T.\", \"written\": 1, \"changed\": null, \"version\": 0}"
                                .formatted(number - n))
                .collect(Collectors.joining(","));
        return DocumentReviews.of(
                "{\"average\": 5.0, \"counts\": [0, 0, 0, 0, %d], \"newest\": [%s]}".formatted(number, newest));
    }
}
