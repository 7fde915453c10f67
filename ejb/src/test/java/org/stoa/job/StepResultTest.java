package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.job.JobWork.Step;
import org.stoa.job.JobWork.StepResult;

class StepResultTest {
    @Test
    void the_next_step_begins_where_this_one_ended() {
        var job = new JobId(UUID.randomUUID());
        var ended = new Progress(10, 20, "Line 10");
        assertThat(new StepResult("{\"line\": 10}", ended, false).next(new Step<>(job, "{}", null, Progress.NONE)))
                .isEqualTo(new Step<>(job, "{}", "{\"line\": 10}", ended));
    }

    @Test
    void a_checkpoint_has_at_most_64_kibibytes() {
        var most = '"' + "x".repeat(StepResult.MOST_CHECKPOINT_BYTES - 2) + '"';
        assertThat(new StepResult(most, Progress.NONE, true).checkpoint()).isEqualTo(most);
        assertThatThrownBy(() -> new StepResult(most + " ", Progress.NONE, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
