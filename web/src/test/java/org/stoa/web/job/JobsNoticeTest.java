package org.stoa.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsNoticeTest {
    @Test
    void it_is_told_how_many_were_changed() {
        assertThat(told("3", "3")).isEqualTo(new JobsNotice("Tried again: 3 of 3.", false));
        assertThat(told("1", "3").problem()).isTrue();
        assertThat(told("1", "3").text()).startsWith("Tried again: 1 of 3. The others");
        assertThat(told("0", "0").problem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "<b>", "12345", "1.5"})
    void what_is_no_number_is_not_told(String hostile) {
        assertThat(told(hostile, "3")).isNull();
        assertThat(told("3", hostile)).isNull();
    }

    @Test
    void what_the_shop_does_not_say_is_not_told() {
        assertThat(JobsNotice.of(Map.of("notice", "job-gone", "changed", "1", "chosen-jobs", "1")::get))
                .isNull();
        assertThat(JobsNotice.of(name -> null)).isNull();
    }

    @Test
    void where_none_matched_nobody_is_asked_to_choose() {
        assertThat(JobsNotice.ofAll("jobs-retried", new ChosenJobs.Tally(0, 0))).isEqualTo("notice=jobs-none-matched");
        assertThat(JobsNotice.of(Map.of("notice", "jobs-none-matched")::get).text())
                .isEqualTo("There were no such jobs any more.");
    }

    private static JobsNotice told(String changed, String chosen) {
        return JobsNotice.of(Map.of("notice", "jobs-retried", "changed", changed, "chosen-jobs", chosen)::get);
    }
}
