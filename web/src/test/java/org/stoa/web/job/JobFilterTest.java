package org.stoa.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;
import org.stoa.job.JobState;

class JobFilterTest {
    @Test
    void what_is_missing_or_empty_asks_for_nothing() {
        var query = filter(Map.of("state", " ", "type", "", "other", "x")).query("", 10);
        assertThat(query.state()).isEmpty();
        assertThat(query.type()).isEmpty();
        assertThat(query.cursor()).isEmpty();
        assertThat(filter(Map.of()).parameters()).isEmpty();
    }

    @Test
    void it_can_be_sent_back_as_it_came() {
        var filter = filter(Map.of("state", "dead", "arguments", "{\"a b\": \"&\"}"));
        assertThat(filter.parameters()).isEqualTo("?state=dead&arguments=%7B%22a+b%22%3A+%22%26%22%7D");
        assertThat(filter.query(null, 10).state()).hasValue(JobState.DEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,      2026-01-31T12:00:00Z",
        "2026-01-31T13:00:00+01:00, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00,          2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.5,     2026-01-31T12:00:00.5Z",
        "1970-01-01T00:00,          1970-01-01T00:00:00Z"
    })
    void a_time_without_a_zone_is_one_of_utc(String given, Instant time) {
        assertThat(filter(Map.of("from", given)).query(null, 10).from()).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-01-31", "2026-02-30T00:00", "1969-12-31T23:59", "+10000-01-01T00:00Z", "1e9"})
    void other_times_are_refused(String nonsense) {
        assertThatThrownBy(() -> filter(Map.of("to", nonsense)).query(null, 10))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("to: a time like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "queue", "batch", "from", "to"})
    void words_that_are_none_are_refused(String name) {
        assertThatThrownBy(() -> filter(Map.of(name, "x")).query(null, 10))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(name + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "error", "arguments"})
    void what_is_too_long_or_can_not_be_kept_is_refused(String name) {
        for (var text : new String[] {"x".repeat(201), "a\0b"}) {
            assertThatThrownBy(() -> filter(Map.of(name, text)).query(null, 10)).isInstanceOf(Refusal.class);
        }
    }

    private static JobFilter filter(Map<String, String> parameters) {
        return JobFilter.of(parameters::get);
    }
}
