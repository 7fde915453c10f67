package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60"})
    void the_delay_doubles_up_to_the_longest(int attempts, long seconds) {
        assertThat(Retries.USUAL.after(attempts, 1)).hasValue(Duration.ofSeconds(seconds));
    }

    @Test
    void chance_takes_away_half_of_it_at_most() {
        assertThat(Retries.USUAL.after(3, 0)).hasValue(Duration.ofSeconds(2));
        assertThat(Retries.USUAL.after(3, 0.5)).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void there_is_an_end() {
        assertThat(Retries.USUAL.after(7, 1)).isPresent();
        assertThat(Retries.USUAL.after(8, 1)).isEmpty();
        assertThat(Retries.USUAL.after(1_000, 1)).isEmpty();
        assertThat(new Retries(1, SECOND, SECOND).after(1, 1)).isEmpty();
    }

    @Test
    void many_attempts_do_not_overflow() {
        var patient = new Retries(100, Duration.ofHours(1), Duration.ofDays(2));
        assertThat(patient.after(99, 1)).hasValue(Duration.ofDays(2));
    }

    @Test
    void delays_that_can_not_grow_are_refused() {
        for (var wrong : new Runnable[] {
            () -> new Retries(0, SECOND, SECOND),
            () -> new Retries(101, SECOND, SECOND),
            () -> new Retries(3, Duration.ZERO, SECOND),
            () -> new Retries(3, SECOND, Duration.ofMillis(999))
        }) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
