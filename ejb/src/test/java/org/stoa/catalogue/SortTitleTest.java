package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortTitleTest {
    /** In UTF-16 units. */
    private static final int LONGEST = 500;

    /** Of a B-tree of PostgreSQL, in bytes. */
    private static final int LONGEST_ENTRY = 2704;

    @ParameterizedTest
    @CsvSource({
        "The Odyssey, odyssey",
        "A Doll's House, doll s house",
        "An Enquiry, enquiry",
        "Émile, emile",
        "Les Misérables, les miserables",
        "Theatre, theatre",
        "The, the",
        "كتاب, كتاب",
        "1984, 1984",
        "!!!, !!!"
    })
    void titles_are_sorted_without_article_accents_and_punctuation(String title, String sorted) {
        assertThat(SortTitle.of(title)).isEqualTo(sorted);
    }

    @Test
    void of_a_long_title_the_beginning_is_sorted_by() {
        assertThat(SortTitle.of("a".repeat(LONGEST))).isEqualTo("a".repeat(LONGEST));
        assertThat(SortTitle.of("a".repeat(LONGEST) + "b")).isEqualTo("a".repeat(LONGEST));
        assertThat(SortTitle.of("!".repeat(LONGEST + 1))).isEqualTo("!".repeat(LONGEST));
    }

    /** Each is three letters when it is taken apart. */
    @Test
    void a_title_of_500_hangul_syllables_fits_an_entry_of_an_index() {
        var sorted = SortTitle.of("한".repeat(500));
        assertThat(sorted).hasSize(LONGEST).startsWith("\u1112\u1161\u11ab\u1112");
        assertThat(sorted.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LONGEST_ENTRY);
    }

    @ParameterizedTest
    @CsvSource({"'', 500", "a, 499"})
    void a_letter_of_two_units_is_not_cut_in_two(String before, int length) {
        var letter = "\ud800\udf30";
        var sorted = SortTitle.of(before + letter.repeat(LONGEST));
        assertThat(sorted).hasSize(length).endsWith(letter);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(sorted)).isTrue();
    }
}
