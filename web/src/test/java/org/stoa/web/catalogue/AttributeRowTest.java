package org.stoa.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeRowTest {
    @Test
    void a_year_is_written_without_separators() {
        assertThat(AttributeRow.year(1813)).isEqualTo("1813");
        assertThat(AttributeRow.year(820)).isEqualTo("820");
    }

    @Test
    void a_negative_year_is_before_christ() {
        assertThat(AttributeRow.year(-380)).isEqualTo("380 BC");
        assertThat(AttributeRow.year(-1200)).isEqualTo("1200 BC");
    }

    @Test
    void a_language_is_called_by_its_name() {
        assertThat(AttributeRow.language("el")).isEqualTo("Greek");
        assertThat(AttributeRow.language("fa")).isEqualTo("Persian");
    }

    @Test
    void what_is_not_a_code_of_a_language_stays_as_it_is() {
        assertThat(AttributeRow.language("Middle English")).isEqualTo("Middle English");
        assertThat(AttributeRow.language("zz")).isEqualTo("zz");
    }

    @Test
    void what_readers_look_for_first_comes_first() {
        var rows = AttributeRow.of(Map.of("year", -380, "author", "Plato", "binding", "cloth", "pages", 480));

        assertThat(rows)
                .containsExactly(
                        new AttributeRow("Author", "Plato"),
                        new AttributeRow("First appeared", "380 BC"),
                        new AttributeRow("Pages", "480"),
                        new AttributeRow("Binding", "cloth"));
    }

    @Test
    void attributes_of_any_name_and_type_are_shown() {
        var rows = AttributeRow.of(
                Map.of("signed_by-author", true, "weight-kg", new BigDecimal("0.45"), "year", "c. 1600"));

        assertThat(rows)
                .containsExactly(
                        new AttributeRow("First appeared", "c. 1600"),
                        new AttributeRow("Signed by author", "Yes"),
                        new AttributeRow("Weight kg", "0.45"));
    }
}
