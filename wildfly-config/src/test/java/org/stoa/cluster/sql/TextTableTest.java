package org.stoa.cluster.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columns_are_as_wide_as_their_widest_value_and_numbers_to_the_right() {
        var table = new TextTable(List.of("name", "n"), List.of(List.of("a", "1"), List.of("stoá", "1000")), Set.of(1));

        assertThat(table.lines()).containsExactly("name |    n", "-----+-----", "a    |    1", "stoá | 1000");
    }

    @Test
    void null_is_empty_and_a_line_break_does_not_tear_the_table() {
        var table = new TextTable(List.of("a", "b"), List.of(Arrays.asList("x\ny", null)));

        assertThat(table.lines()).containsExactly("a    | b", "-----+--", "x\\ny |");
    }

    @Test
    void a_table_without_rows_has_its_titles() {
        assertThat(new TextTable(List.of("a"), List.of()).lines()).containsExactly("a", "-");
    }

    @Test
    void a_table_without_columns_is_possible() {
        assertThat(new TextTable(List.of(), List.of(List.of())).lines()).containsExactly("", "", "");
    }
}
