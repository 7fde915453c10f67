package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.system.jobs.JobsPlay;

/** No job is lost or takes effect twice, whatever breaks: the quick form of {@code system-tests/jobs-check}. */
@ExtendWith(RunningShop.class)
class JobsCheckIT {
    private static JobsPlay play;

    @BeforeAll
    static void open(Shop shop) throws Exception {
        play = new JobsPlay(shop.cluster(), System.out::println);
    }

    @AfterAll
    static void clear() throws Exception {
        play.close();
    }

    @Test
    void no_job_is_lost_or_takes_effect_twice_while_things_break() throws Exception {
        var seen = play.quickly();
        assertThat(seen.violations()).isEmpty();
        assertThat(seen.jobs()).as("%s", seen).isGreaterThan(500);
        assertThat(seen.steps()).as("%s", seen).isGreaterThan(500);
        assertThat(seen.takenOver()).as("%s", seen).isPositive();
    }

    /** Those bugs that are found in seconds; the long form has all. */
    @ParameterizedTest
    @ValueSource(strings = {"NO_FENCE", "COMPLETED_FIRST", "SWEEP_OFF", "SUBMITTED_APART", "CALLED_BACK_AGAIN"})
    void a_planted_bug_is_found(String bug) throws Exception {
        assertThat(play.finds(bug)).isTrue();
    }
}
