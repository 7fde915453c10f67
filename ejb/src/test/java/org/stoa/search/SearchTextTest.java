package org.stoa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @Test
    void what_the_database_does_not_take_becomes_a_space() {
        assertThat(SearchText.clean("moby\0dick")).isEqualTo("moby dick");
        assertThat(SearchText.clean("moby\ud800dick\udc00")).isEqualTo("moby dick");
        assertThat(SearchText.clean("\0\0")).isEmpty();
    }

    @Test
    void spaces_of_all_sorts_are_one() {
        assertThat(SearchText.clean("  moby \t\u00a0\u2003 dick\r\n")).isEqualTo("moby dick");
    }

    @Test
    void emoji_are_kept_whole_and_are_no_words() {
        assertThat(SearchText.clean("a \ud83d\udcda b")).isEqualTo("a \ud83d\udcda b");
        assertThat(SearchText.query("a \ud83d\udcda b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "moby-dick           | moby dick",
                "pride -prejudice    | pride -prejudice",
                "-prejudice          | -prejudice",
                "pride - prejudice   | pride prejudice",
                "--pride             | pride",
                "“war and peace”     | \"war and peace\"",
                "d'Urbervilles       | d Urbervilles",
                "a & b ! ( d ):*      | a b d",
                "ليلة وليلة          | ليلة وليلة"
            })
    void only_words_quotes_and_leading_minus_signs_reach_the_query(String typed, String query) {
        assertThat(SearchText.query(typed)).isEqualTo(query);
    }

    @Test
    void the_last_word_of_what_is_being_typed_may_be_unfinished() {
        assertThat(SearchText.beginning("moby di")).isEqualTo("'moby':AB & 'di':AB*");
        assertThat(SearchText.beginning("d'Ur\\")).isEqualTo("'d':AB & 'Ur':AB*");
        assertThat(SearchText.beginning("'' & !")).isEmpty();
    }
}
