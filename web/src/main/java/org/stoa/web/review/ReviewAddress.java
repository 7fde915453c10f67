package org.stoa.web.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.stoa.review.ReviewSort;

/**
 * The address of a page of a product's reviews: whoever has it sees the same.
 *
 * @param product the slug of the product
 * @param sort their order
 * @param stars how many stars they give, 1 to 5; any where none
 */
public record ReviewAddress(String product, ReviewSort sort, OptionalInt stars) {
    /** The order where none is asked for. */
    static final ReviewSort USUAL = ReviewSort.NEWEST;

    /** All reviews of a product, by its slug. */
    public static ReviewAddress of(String product) {
        return new ReviewAddress(product, USUAL, OptionalInt.empty());
    }

    /** The same in another order. */
    ReviewAddress sorted(ReviewSort order) {
        return new ReviewAddress(product, order, stars);
    }

    /** Only those that give so many stars, or all again if that is what is shown. */
    public ReviewAddress toggled(int count) {
        var other = stars.equals(OptionalInt.of(count)) ? OptionalInt.empty() : OptionalInt.of(count);
        return new ReviewAddress(product, sort, other);
    }

    /** The first page. */
    @Override
    public String toString() {
        return address(Optional.empty());
    }

    /** The page that starts at a cursor. */
    String at(String cursor) {
        return address(Optional.of(cursor));
    }

    private String address(Optional<String> cursor) {
        var parameters = new ArrayList<String>();
        stars.ifPresent(count -> parameters.add("stars=" + count));
        if (sort != USUAL) {
            parameters.add("sort=" + sort.key());
        }
        cursor.ifPresent(from -> parameters.add("cursor=" + URLEncoder.encode(from, StandardCharsets.UTF_8)));
        var path = "/products/" + product + "/reviews";
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
