package org.stoa.review;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.stoa.catalogue.Rating;

/**
 * What all shown reviews of a product give together.
 *
 * @param rating the average, and how many there are
 * @param histogram how many give five stars, four, ..., one: five entries
 */
public record RatingSummary(Rating rating, List<StarCount> histogram) implements Serializable {
    /**
     * The summary of such a rating.
     *
     * @param counts how many give one star, two, ..., five
     */
    static RatingSummary of(Rating rating, List<Integer> counts) {
        var histogram = IntStream.iterate(counts.size(), stars -> stars > 0, stars -> stars - 1)
                .mapToObj(stars -> count(stars, counts.get(stars - 1), rating.count()))
                .toList();
        return new RatingSummary(rating, histogram);
    }

    private static StarCount count(int stars, int count, int all) {
        return new StarCount(stars, count, all == 0 ? 0 : (int) Math.round(100.0 * count / all));
    }
}
