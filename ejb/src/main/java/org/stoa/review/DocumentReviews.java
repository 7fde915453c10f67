package org.stoa.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoa.catalogue.Rating;

/**
 * What a product's document has of its reviews, as V11__product_documents.sql makes it.
 *
 * @param average of all stars; null where there are none
 * @param counts how many give one star, two, ..., five
 * @param newest the newest first, one more than the product's page shows where there are more
 */
record DocumentReviews(BigDecimal average, List<Integer> counts, List<Item> newest) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One of them; times in seconds since 1970. */
    record Item(
            long id, String author, int rating, String title, String text, long written, Long changed, long version) {
        private ReviewView view() {
            return new ReviewView(
                    new ReviewId(id),
                    author,
                    rating,
                    title,
                    text,
                    Instant.ofEpochSecond(written),
                    Optional.ofNullable(changed).map(Instant::ofEpochSecond),
                    version);
        }
    }

    static DocumentReviews of(String json) {
        try {
            return MAPPER.readValue(json, DocumentReviews.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reviews of a product's document in another form", e);
        }
    }

    /** The page that the list begins with. */
    ReviewPage page(ReviewQuery newestFirst) {
        int ratings = counts.stream().mapToInt(Integer::intValue).sum();
        var rating = average == null ? Rating.NONE : new Rating(average, ratings);
        return ReviewQueries.page(
                newestFirst, newest.stream().map(Item::view).toList(), RatingSummary.of(rating, counts));
    }
}
