package org.stoa.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.search.Facet;
import org.stoa.search.FacetValue;

class ChoiceLabelTest {
    @Test
    void a_range_of_prices_is_said_in_words() {
        assertThat(label(Facet.PRICE, "0-5")).isEqualTo("Under €5");
        assertThat(label(Facet.PRICE, "5-10")).isEqualTo("€5 to under €10");
        assertThat(label(Facet.PRICE, "50-")).isEqualTo("€50 and more");
    }

    @Test
    void stars_are_said_with_those_above() {
        assertThat(label(Facet.RATING, "4")).isEqualTo("4 stars and up");
        assertThat(label(Facet.RATING, "1")).isEqualTo("1 star and up");
    }

    @Test
    void a_language_is_called_by_its_name_and_an_author_as_the_data_do() {
        assertThat(label(Facet.LANGUAGE, "fr")).isEqualTo("French");
        assertThat(label(Facet.AUTHOR, "fr")).isEqualTo("fr");
    }

    private static String label(Facet facet, String value) {
        return ChoiceLabel.of(facet, new FacetValue(value, value, 1, 0, false));
    }
}
