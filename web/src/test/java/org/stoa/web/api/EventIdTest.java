package org.stoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    @Test
    void what_was_given_out_is_understood() {
        for (var id : new EventId[] {EventId.NONE, new EventId(4711, false), new EventId(4711, true)}) {
            assertThat(EventId.parse(id.toString())).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "x", "1.", "1.ends", "99999999999999999999", "1 "})
    void what_was_not_stands_for_nothing(String text) {
        assertThat(EventId.parse(text)).isEqualTo(EventId.NONE);
    }
}
