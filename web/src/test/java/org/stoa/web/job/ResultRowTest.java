package org.stoa.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultRowTest {
    @Test
    void the_fields_of_an_object_are_rows_in_their_order() {
        assertThat(ResultRow.of("{\"added\": 3, \"file\": \"a.csv\", \"lines\": [1, 2]}"))
                .containsExactly(
                        new ResultRow("added", "3"), new ResultRow("file", "a.csv"), new ResultRow("lines", "[1,2]"));
    }

    @Test
    void what_is_no_object_is_one_row() {
        assertThat(ResultRow.of("42")).containsExactly(new ResultRow("Result", "42"));
        assertThat(ResultRow.of("[]")).containsExactly(new ResultRow("Result", "[]"));
    }
}
