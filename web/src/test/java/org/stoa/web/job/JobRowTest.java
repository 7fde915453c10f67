package org.stoa.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRowTest {
    @ParameterizedTest
    @CsvSource({"PT0.9S, 0 s", "PT59S, 59 s", "PT1M35S, 1 min 35 s", "PT3H2M59S, 3 h 2 min", "P2DT5H59M, 2 d 5 h"})
    void a_length_of_time_is_told_in_two_units_at_the_most(Duration time, String words) {
        assertThat(JobRow.length(time)).isEqualTo(words);
    }
}
