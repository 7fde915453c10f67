package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksTest {
    private static final long PAGE = 8192;

    @Test
    void a_position_behind_the_header_of_an_empty_page_is_the_end_of_the_page_before() {
        assertThat(Looks.recordsEnd(7 * PAGE + 24)).isEqualTo(7 * PAGE);
        assertThat(Looks.recordsEnd(16 * 1024 * 1024 + 40)).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void any_other_position_is_where_the_last_record_ended() {
        assertThat(Looks.recordsEnd(7 * PAGE)).isEqualTo(7 * PAGE);
        assertThat(Looks.recordsEnd(7 * PAGE + 48)).isEqualTo(7 * PAGE + 48);
        assertThat(Looks.recordsEnd(7 * PAGE - 8)).isEqualTo(7 * PAGE - 8);
    }
}
