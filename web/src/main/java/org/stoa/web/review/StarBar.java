package org.stoa.web.review;

import java.util.List;
import java.util.OptionalInt;
import org.stoa.review.RatingSummary;
import org.stoa.review.StarCount;

/**
 * A bar of the histogram, which is a link to the reviews that it stands for.
 *
 * @param bar the stars and how many give them
 * @param chosen whether these are shown now, so that the link leads back to all
 * @param link the address
 */
public record StarBar(StarCount bar, boolean chosen, String link) {
    /** The bars of a summary, on the page of that address. */
    public static List<StarBar> of(RatingSummary summary, ReviewAddress here) {
        return summary.histogram().stream()
                .map(bar -> new StarBar(
                        bar,
                        here.stars().equals(OptionalInt.of(bar.stars())),
                        here.toggled(bar.stars()).toString()))
                .toList();
    }
}
