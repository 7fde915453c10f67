package org.stoa.review;

import java.util.Optional;
import java.util.OptionalInt;
import org.stoa.Refusal;
import org.stoa.catalogue.ProductId;

/**
 * Which reviews to list.
 *
 * @param product the product that they are of
 * @param sort their order
 * @param stars how many stars they give, 1 to 5; any where none
 * @param cursor where the page starts, from {@link ReviewPage#next}; the first page where none
 * @param limit how many at the most, 1 to {@link #MOST_PER_PAGE}
 */
public record ReviewQuery(ProductId product, ReviewSort sort, OptionalInt stars, Optional<String> cursor, int limit) {
    /** The most reviews on one page. */
    public static final int MOST_PER_PAGE = 100;

    /** Throws a Refusal (malformed) for stars or a limit out of range. */
    public ReviewQuery {
        if (stars.isPresent() && (stars.getAsInt() < 1 || stars.getAsInt() > ReviewText.MOST_STARS)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "stars: a whole number from 1 to 5.");
        }
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw new Refusal(Refusal.Kind.MALFORMED, "limit: a whole number from 1 to " + MOST_PER_PAGE + ".");
        }
    }

    /** The newest reviews of a product. */
    public static ReviewQuery newest(ProductId product, int limit) {
        return new ReviewQuery(product, ReviewSort.NEWEST, OptionalInt.empty(), Optional.empty(), limit);
    }

    /** The name of the list that a cursor is a place in. */
    String list() {
        return stars.isPresent() ? sort.key() + "-" + stars.getAsInt() : sort.key();
    }
}
