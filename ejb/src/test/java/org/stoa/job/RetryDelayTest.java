package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60"})
    void it_doubles_up_to_a_minute(int attempts, long seconds) {
        assertThat(RetryDelay.after(attempts, 1)).hasValue(Duration.ofSeconds(seconds));
    }

    @Test
    void chance_takes_away_half_of_it_at_most() {
        assertThat(RetryDelay.after(3, 0)).hasValue(Duration.ofSeconds(2));
        assertThat(RetryDelay.after(3, 0.5)).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void it_has_an_end() {
        assertThat(RetryDelay.after(RetryDelay.MOST_ATTEMPTS - 1, 1)).isPresent();
        assertThat(RetryDelay.after(RetryDelay.MOST_ATTEMPTS, 1)).isEmpty();
        assertThat(RetryDelay.after(1_000, 1)).isEmpty();
    }
}
