package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class CronTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    // 2026-01-31 is a Saturday.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *        | 2026-01-31T12:00 | 2026-01-31T12:01",
                "*/15 * * * *     | 2026-01-31T12:45 | 2026-01-31T13:00",
                "5/20 * * * *     | 2026-01-31T12:05 | 2026-01-31T12:25",
                "0 3 * * *        | 2026-01-31T03:00 | 2026-02-01T03:00",
                "30 22,6 * * *    | 2026-01-31T12:00 | 2026-01-31T22:30",
                "0 0 1 * *        | 2026-01-31T12:00 | 2026-02-01T00:00",
                "0 9-17/4 * * 1-5 | 2026-01-31T12:00 | 2026-02-02T09:00",
                "0 0 * * 0        | 2026-01-31T12:00 | 2026-02-01T00:00",
                "0 0 * * 7        | 2026-01-31T12:00 | 2026-02-01T00:00",
                "0 0 31 4,12 *    | 2026-01-31T12:00 | 2026-12-31T00:00",
                "0 0 29 2 *       | 2026-01-31T12:00 | 2028-02-29T00:00",
                "0 0 29 2 *       | 2096-03-01T00:00 | 2104-02-29T00:00",
                "0 0 15 * 1       | 2026-01-31T12:00 | 2026-02-02T00:00",
                "0 0 */2 * 1      | 2026-01-31T12:00 | 2026-02-09T00:00"
            })
    void the_next_time_is_the_first_that_fits(String cron, LocalDateTime after, LocalDateTime next) {
        assertThat(Cron.parse(cron).next(after.toInstant(ZoneOffset.UTC), UTC))
                .isEqualTo(next.toInstant(ZoneOffset.UTC));
    }

    @Test
    void within_a_minute_the_next_time_is_the_next_minute() {
        assertThat(Cron.parse("* * * * *").next(Instant.parse("2026-01-31T12:00:59.999Z"), UTC))
                .isEqualTo("2026-01-31T12:01:00Z");
    }

    @Test
    void what_falls_into_an_hour_that_is_left_out_comes_an_hour_later() {
        assertThat(Cron.parse("30 2 * * *").next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void an_hour_that_comes_twice_counts_once() {
        var first = Cron.parse("30 2 * * *").next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN);
        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Cron.parse("30 2 * * *").next(first, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "1,,2 * * * *",
                "a * * * *",
                "@daily",
                "0 0 31 2 *"
            })
    void what_is_no_schedule_or_never_comes_is_refused(String text) {
        assertThatThrownBy(() -> Cron.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID));
    }
}
