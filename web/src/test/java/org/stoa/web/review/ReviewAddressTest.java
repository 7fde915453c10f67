package org.stoa.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.review.ReviewSort;

class ReviewAddressTest {
    private static final ReviewAddress ALL = ReviewAddress.of("emma");

    @Test
    void the_usual_list_has_the_plain_address() {
        assertThat(ALL).hasToString("/products/emma/reviews");
    }

    @Test
    void stars_are_chosen_and_taken_back() {
        assertThat(ALL.toggled(5)).hasToString("/products/emma/reviews?stars=5");
        assertThat(ALL.toggled(5).toggled(4)).hasToString("/products/emma/reviews?stars=4");
        assertThat(ALL.toggled(5).toggled(5)).hasToString(ALL.toString());
    }

    @Test
    void an_order_keeps_the_stars_and_a_cursor_is_escaped() {
        var lowest = ALL.toggled(3).sorted(ReviewSort.LOWEST);
        assertThat(lowest).hasToString("/products/emma/reviews?stars=3&sort=lowest");
        assertThat(lowest.at("a=b")).isEqualTo("/products/emma/reviews?stars=3&sort=lowest&cursor=a%3Db");
    }
}
