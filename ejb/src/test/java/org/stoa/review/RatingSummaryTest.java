package org.stoa.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.catalogue.Rating;

class RatingSummaryTest {
    @Test
    void the_most_stars_come_first_each_with_its_share() {
        var summary = RatingSummary.of(new Rating(new BigDecimal("3.7"), 3), List.of(1, 0, 0, 0, 2));
        assertThat(summary.histogram()).extracting(StarCount::stars).containsExactly(5, 4, 3, 2, 1);
        assertThat(summary.histogram()).extracting(StarCount::count).containsExactly(2, 0, 0, 0, 1);
        assertThat(summary.histogram()).extracting(StarCount::percent).containsExactly(67, 0, 0, 0, 33);
    }

    @Test
    void without_reviews_all_bars_are_empty() {
        assertThat(RatingSummary.of(Rating.NONE, List.of(0, 0, 0, 0, 0)).histogram())
                .hasSize(5)
                .allMatch(bar -> bar.percent() == 0);
    }
}
