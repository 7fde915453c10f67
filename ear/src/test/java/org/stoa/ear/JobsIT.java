package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.Refusal;
import org.stoa.data.Reads;
import org.stoa.job.JobId;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.job.JobViews;
import org.stoa.job.Jobs;
import org.stoa.job.Submission;

/** The job engine inside a clone, with works that are there for these tests only. */
@ExtendWith(ArquillianExtension.class)
class JobsIT {
    @Inject
    private Jobs jobs;

    @Inject
    private JobViews views;

    @Inject
    private Reads reads;

    @Inject
    private TestJobs tests;

    @Resource
    private UserTransaction transaction;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.withWorks(JobsIT.class, LedgerWork.class, FailingWork.class);
    }

    @BeforeEach
    void a_ledger() throws Exception {
        LedgerWork.hold = new LedgerWork.Hold();
        tests.sql("create table if not exists job_test_ledger (job uuid not null, step integer not null)");
    }

    @Test
    void a_job_is_done_step_by_step_each_once() throws Exception {
        var job = tests.submit(LedgerWork.TYPE, "plain");

        var done = await(job, JobState.DONE);
        assertThat(ledger(job)).containsExactly(1, 2, 3);
        assertThat(done.result()).hasValue("3");
        assertThat(done.progress().done()).isEqualTo(LedgerWork.STEPS);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.finishedAt()).isPresent();
    }

    @Test
    void a_job_is_not_there_when_its_cause_is_rolled_back() throws Exception {
        transaction.begin();
        var job = jobs.submit(Submission.of(LedgerWork.TYPE, "plain").by(Optional.of(9L)));
        transaction.rollback();

        assertThat(views.find(job)).isEmpty();
        // Whatever was rung for it has been answered when one that came later is done.
        await(tests.submit(LedgerWork.TYPE, "plain"), JobState.DONE);
        assertThat(ledger(job)).isEmpty();
    }

    @Test
    void a_worker_that_lost_its_job_in_the_middle_of_a_step_commits_nothing() throws Exception {
        var job = tests.submit(LedgerWork.TYPE, "held");
        var hold = LedgerWork.hold;
        assertThat(hold.entered.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        tests.sql(
                "update job set epoch = gen_random_uuid(), lease_until = clock_timestamp() - interval '1 s' where id = '%s'"
                        .formatted(job));
        hold.goOn.countDown();

        Patience.await(() -> hold.committed, outcome -> outcome != null);
        assertThat(hold.committed).isFalse();
        await(job, JobState.DONE);
        assertThat(ledger(job)).containsExactly(1, 2, 3);
    }

    @Test
    void a_cancelled_job_commits_no_further_step() throws Exception {
        var job = tests.submit(LedgerWork.TYPE, "held");
        var hold = LedgerWork.hold;
        assertThat(hold.entered.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        jobs.cancel(job);
        hold.goOn.countDown();

        Patience.await(() -> hold.committed, outcome -> outcome != null);
        assertThat(view(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ledger(job)).isEmpty();
        jobs.cancel(job);
    }

    @Test
    void a_finished_job_can_not_be_cancelled() throws Exception {
        var job = tests.submit(LedgerWork.TYPE, "plain");
        await(job, JobState.DONE);
        assertThat(refused(() -> jobs.cancel(job))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refused(() -> jobs.cancel(new JobId(UUID.randomUUID())))).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void a_job_whose_bell_was_lost_is_found() throws Exception {
        await(tests.insert(LedgerWork.TYPE.name(), "'ready', null, null, 0, null"), JobState.DONE);
    }

    @Test
    void a_job_whose_worker_died_goes_on_from_its_last_checkpoint() throws Exception {
        var job = tests.insert(
                LedgerWork.TYPE.name(), "'running', gen_random_uuid(), clock_timestamp() - interval '1 ms', 1, '1'");
        await(job, JobState.DONE);
        assertThat(ledger(job)).containsExactly(2, 3);
    }

    @Test
    void a_job_that_kills_its_workers_ends_as_dead() throws Exception {
        var job = tests.insert(
                LedgerWork.TYPE.name(), "'running', gen_random_uuid(), clock_timestamp() - interval '1 ms', 8, null");
        assertThat(await(job, JobState.DEAD).error().orElseThrow()).contains("8 times");
        assertThat(ledger(job)).isEmpty();
    }

    @Test
    void a_step_that_takes_longer_than_a_lease_keeps_its_job() throws Exception {
        var job = tests.submit(LedgerWork.TYPE, "slow");
        assertThat(await(job, JobState.DONE).attempts()).isEqualTo(1);
        assertThat(ledger(job)).containsExactly(1, 2, 3);
    }

    @Test
    void a_job_that_can_never_be_done_is_dead_at_once_and_says_why() throws Exception {
        var dead = await(tests.submit(FailingWork.TYPE, "never"), JobState.DEAD);
        assertThat(dead.error()).hasValue("Line 7 has no price.");
        assertThat(dead.attempts()).isEqualTo(1);
    }

    @Test
    void a_job_that_fails_is_tried_again_later_and_is_dead_in_the_end() throws Exception {
        var job = tests.submit(FailingWork.TYPE, "sometimes");
        var failed = Patience.await(() -> view(job), seen -> seen.error().isPresent());
        assertThat(failed.error().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("secret");
        Patience.await(() -> view(job), seen -> seen.attempts() >= 2);

        // The rest of the attempts would take two minutes.
        Patience.await(
                () -> tests.sql(
                        "update job set attempts = 7, not_before = clock_timestamp() where id = '%s' and state = 'waiting'"
                                .formatted(job)),
                changed -> changed == 1);
        assertThat(await(job, JobState.DEAD).attempts()).isEqualTo(8);
    }

    @Test
    void a_job_for_which_the_database_is_busy_does_not_use_up_its_attempts() throws Exception {
        tests.sql("""
                create or replace function job_test_busy() returns trigger language plpgsql as
                'begin raise exception ''busy'' using errcode = ''40P01''; end'
                """);
        tests.sql("create or replace trigger job_test_busy before insert on job_test_ledger"
                + " for each row execute function job_test_busy()");
        var job = tests.insert(LedgerWork.TYPE.name(), "'ready', null, null, 7, null");
        try {
            var failed = Patience.await(
                    () -> view(job), seen -> seen.error().isPresent() && seen.state() == JobState.WAITING);
            assertThat(failed.attempts()).isEqualTo(7);
        } finally {
            tests.sql("drop trigger job_test_busy on job_test_ledger");
        }
        await(job, JobState.DONE);
        assertThat(ledger(job)).containsExactly(1, 2, 3);
    }

    @Test
    void a_job_that_goes_round_in_a_circle_fails() throws Exception {
        var job = tests.submit(FailingWork.TYPE, "circle");
        assertThat(Patience.await(() -> view(job), seen -> seen.error().isPresent())
                        .state())
                .isNotEqualTo(JobState.DONE);
        jobs.cancel(job);
    }

    @Test
    void a_job_of_a_type_that_no_clone_knows_is_left_alone() throws Exception {
        var job = tests.insert("test-unknown", "'ready', null, null, 0, null");
        await(tests.insert(LedgerWork.TYPE.name(), "'ready', null, null, 0, null"), JobState.DONE);
        assertThat(view(job).state()).isEqualTo(JobState.READY);
        assertThat(view(job).attempts()).isZero();
        jobs.cancel(job);
    }

    private JobView await(JobId job, JobState state) {
        return tests.await(job, state);
    }

    private JobView view(JobId job) {
        return tests.view(job);
    }

    private List<Integer> ledger(JobId job) {
        return reads.readPrimary(session -> session.createNativeQuery(
                        "select step from job_test_ledger where job = '%s' order by step".formatted(job), Integer.class)
                .list());
    }

    private static Refusal.Kind refused(Runnable action) {
        var kind = new Refusal.Kind[1];
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refusal.class, refusal -> kind[0] = refusal.kind());
        return kind[0];
    }
}
