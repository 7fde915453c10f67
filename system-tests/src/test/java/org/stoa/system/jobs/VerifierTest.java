package org.stoa.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.system.jobs.History.Applied;
import org.stoa.system.jobs.History.Batch;
import org.stoa.system.jobs.History.Cancelled;
import org.stoa.system.jobs.History.Ended;
import org.stoa.system.jobs.History.Fault;
import org.stoa.system.jobs.History.Job;
import org.stoa.system.jobs.History.Lost;
import org.stoa.system.jobs.History.Outside;
import org.stoa.system.jobs.History.Submitted;

class VerifierTest {
    private static final UUID JOB = new UUID(0, 1);
    private static final UUID CALLBACK = new UUID(0, 2);

    private final History history = new History();

    @Test
    void a_job_that_is_done_step_by_step_is_right() {
        job(Kind.PLAIN, 2, "done");
        applied(1);
        applied(2);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_submitted_job_that_is_not_there_is_lost() {
        history.add(new Submitted(JOB, Kind.PLAIN, 1));
        assertBroken(Violation.Kind.LOST);
    }

    @Test
    void a_job_that_does_not_end_is_stuck() {
        job(Kind.PLAIN, 1, "running");
        assertBroken(Violation.Kind.STUCK);
    }

    @Test
    void a_job_that_could_be_done_is_not_dead() {
        job(Kind.PLAIN, 1, "dead");
        assertBroken(Violation.Kind.WRONG_END);
    }

    @Test
    void a_job_that_can_not_be_done_is_dead() {
        job(Kind.DOOMED, 0, "dead");
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_job_that_can_not_be_done_is_not_done() {
        job(Kind.DOOMED, 0, "done");
        assertBroken(Violation.Kind.WRONG_END);
    }

    @Test
    void a_step_takes_effect_once() {
        job(Kind.PLAIN, 1, "done");
        applied(1);
        applied(1);
        assertBroken(Violation.Kind.APPLIED_TWICE);
    }

    @Test
    void a_job_that_is_done_has_done_all_of_its_steps() {
        job(Kind.PLAIN, 2, "done");
        applied(2);
        assertBroken(Violation.Kind.STEP_MISSING);
    }

    @Test
    void what_was_rolled_back_is_not_there() {
        history.add(new Job(JOB, "check-task", "cancelled", null));
        assertBroken(Violation.Kind.NEVER_SUBMITTED);
    }

    @Test
    void what_was_rolled_back_did_nothing() {
        applied(1);
        assertBroken(Violation.Kind.NEVER_SUBMITTED);
    }

    @Test
    void an_order_that_was_rolled_back_has_left_nothing() {
        job(Kind.ROLLED_BACK, 0, "dead");
        applied(1);
        assertBroken(Violation.Kind.NEVER_SUBMITTED);
    }

    @Test
    void nobody_takes_a_job_back_by_himself() {
        job(Kind.PLAIN, 1, "cancelled");
        assertBroken(Violation.Kind.WRONG_END);
    }

    @Test
    void a_cancelled_job_keeps_what_it_did_before() {
        job(Kind.PLAIN, 3, "cancelled");
        applied(1);
        history.add(new Cancelled(JOB, true, 1));
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_cancelled_job_does_nothing_more() {
        job(Kind.PLAIN, 3, "cancelled");
        applied(1);
        applied(2);
        history.add(new Cancelled(JOB, true, 1));
        assertBroken(Violation.Kind.APPLIED_AFTER_CANCEL);
    }

    @Test
    void a_cancelled_job_is_not_done() {
        job(Kind.PLAIN, 1, "done");
        applied(1);
        history.add(new Cancelled(JOB, true, 1));
        assertBroken(Violation.Kind.APPLIED_AFTER_CANCEL);
    }

    @Test
    void who_was_not_told_that_a_job_was_cancelled_knows_nothing() {
        job(Kind.PLAIN, 1, "done");
        applied(1);
        history.add(new Cancelled(JOB, false, 0));
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_batch_ends_once() {
        batch();
        ended(3, 1);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_batch_does_not_end_twice() {
        batch();
        ended(3, 1);
        ended(3, 1);
        assertBroken(Violation.Kind.CALLED_BACK_TWICE);
    }

    @Test
    void a_batch_has_one_last_job_also_where_that_did_nothing_yet() {
        batch();
        ended(3, 1);
        history.add(new Job(JOB, "check-ending", "ready", null));
        history.add(new Job(CALLBACK, "check-ending", "done", null));
        assertBroken(Violation.Kind.CALLED_BACK_TWICE);
    }

    @Test
    void a_batch_ends() {
        batch();
        assertBroken(Violation.Kind.NOT_CALLED_BACK);
    }

    @Test
    void the_end_of_a_batch_is_told_how_many_failed() {
        batch();
        ended(3, 0);
        assertBroken(Violation.Kind.CALLED_BACK_WRONGLY);
    }

    @Test
    void a_time_of_a_schedule_has_one_job() {
        tick(JOB);
        history.addTick("at noon");
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_time_of_a_schedule_has_not_two_jobs() {
        tick(JOB);
        tick(CALLBACK);
        assertBroken(Violation.Kind.WRONG_TICKS);
    }

    @Test
    void a_time_of_a_schedule_has_not_none() {
        history.addTick("at noon");
        assertBroken(Violation.Kind.WRONG_TICKS);
    }

    @Test
    void a_job_that_is_done_has_had_its_effect_outside() {
        job(Kind.EFFECT, 1, "done");
        applied(1);
        assertBroken(Violation.Kind.NO_EFFECT);
    }

    @Test
    void an_effect_outside_is_doubled_only_by_a_fault() {
        effects();
        assertBroken(Violation.Kind.EFFECT_TWICE);
    }

    @Test
    void an_effect_that_a_fault_doubled_is_counted() {
        effects();
        history.add(new Fault("clone killed", "node-1", at(11), at(12), at(14)));
        var verdict = judge();
        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.doubled()).containsEntry("clone killed", 1);
    }

    @Test
    void a_fault_at_another_time_doubles_nothing() {
        effects();
        history.add(new Fault("clone killed", "node-1", at(100), at(101), at(110)));
        assertBroken(Violation.Kind.EFFECT_TWICE);
    }

    @Test
    void a_job_is_not_taken_from_who_works_on_it() {
        history.add(new Lost(JOB, "node-1", at(1), at(11)));
        assertBroken(Violation.Kind.TAKEN_FROM_THE_LIVING);
    }

    private void job(Kind kind, int steps, String state) {
        history.add(new Submitted(JOB, kind, steps));
        history.add(new Job(JOB, "check-task", state, null));
    }

    private void applied(int step) {
        history.add(new Applied(JOB, step, "node-1"));
    }

    private void batch() {
        history.add(new Batch("order", 3, 1));
    }

    private void ended(int jobs, int failed) {
        history.add(new Ended(CALLBACK, "order", jobs, failed));
    }

    private void tick(UUID job) {
        history.add(new Submitted(job, Kind.TICK, 0));
        history.add(new Job(job, "check-task", "done", "at noon"));
    }

    private void effects() {
        job(Kind.EFFECT, 1, "done");
        applied(1);
        history.add(new Outside(JOB, "node-1", at(10)));
        history.add(new Outside(JOB, "node-2", at(15)));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(1_000 + second);
    }

    private Verdict judge() {
        return new Verifier(history).judge();
    }

    private void assertBroken(Violation.Kind kind) {
        assertThat(judge().counts()).containsOnlyKeys(kind);
    }
}
