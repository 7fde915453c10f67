package org.stoa.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.review.ReviewText.Fault;
import org.stoa.review.ReviewText.Field;

class ReviewTextTest {
    @Test
    void line_ends_are_line_feeds_and_blanks_around_go() {
        var said = new ReviewText(5, "  Good ", "\r\nOne.\r\n\r\nTwo.\rThree. ");
        assertThat(said.title()).isEqualTo("Good");
        assertThat(said.text()).isEqualTo("One.\n\nTwo.\nThree.");
        assertThat(said.faults()).isEmpty();
    }

    @Test
    void letters_and_their_accents_are_one() {
        assertThat(new ReviewText(5, null, "Bronte\u0308").text()).isEqualTo("Bront\u00eb");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void stars_are_one_to_five(int stars) {
        assertThat(new ReviewText(stars, "", "Text.").faults()).containsExactly(Map.entry(Field.RATING, Fault.MISSING));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(new ReviewText(0, "x".repeat(ReviewText.LONGEST_TITLE + 1), " ").faults())
                .containsEntry(Field.RATING, Fault.MISSING)
                .containsEntry(Field.TITLE, Fault.TOO_LONG)
                .containsEntry(Field.TEXT, Fault.MISSING);
    }

    @Test
    void lengths_are_those_that_can_be_kept() {
        assertThat(new ReviewText(1, "x".repeat(120), "x".repeat(5000)).faults())
                .isEmpty();
        assertThat(new ReviewText(1, "", "x".repeat(5001)).faults()).containsEntry(Field.TEXT, Fault.TOO_LONG);
        assertThat(new ReviewText(1, "", "x".repeat(1_000_000)).faults()).containsEntry(Field.TEXT, Fault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\ud800b", "a\u2028b"})
    void what_can_not_be_shown_is_refused(String text) {
        assertThat(new ReviewText(1, text, text).faults())
                .containsEntry(Field.TITLE, Fault.UNPRINTABLE)
                .containsEntry(Field.TEXT, Fault.UNPRINTABLE);
    }

    @Test
    void a_text_has_lines_and_tabs_but_a_title_is_one_line() {
        assertThat(new ReviewText(1, "", "a\n\tb").faults()).isEmpty();
        assertThat(new ReviewText(1, "a\nb", "a").faults()).containsEntry(Field.TITLE, Fault.UNPRINTABLE);
    }
}
