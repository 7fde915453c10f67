package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.Refusal;
import org.stoa.data.PrimaryStatements;
import org.stoa.data.Reads;
import org.stoa.ear.QueueWorks.EndlessWork;
import org.stoa.ear.QueueWorks.Note;
import org.stoa.ear.QueueWorks.NoteWork;
import org.stoa.ear.QueueWorks.TwiceWork;
import org.stoa.job.Attempt;
import org.stoa.job.JobId;
import org.stoa.job.JobQueue;
import org.stoa.job.JobQueues;
import org.stoa.job.JobState;
import org.stoa.job.JobViews;
import org.stoa.job.Jobs;
import org.stoa.job.Submission;

/** What queues, keys and types of jobs decide, inside a clone. */
@ExtendWith(ArquillianExtension.class)
class JobQueuesIT {
    private static final String EXPIRED = "'running', gen_random_uuid(), clock_timestamp() - interval '1 ms'";
    private static final String LEASED = "'running', gen_random_uuid(), clock_timestamp() + interval '1 hour'";
    private static final String READY = "'ready', null, null";

    @Inject
    private TestJobs tests;

    @Inject
    private Jobs jobs;

    @Inject
    private JobQueues queues;

    @Inject
    private JobViews views;

    @Inject
    private Reads reads;

    @Inject
    private PrimaryStatements statements;

    @Resource
    private ManagedExecutorService executor;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.withWorks(JobQueuesIT.class, LedgerWork.class, QueueWorks.class);
    }

    @BeforeEach
    void an_empty_book_of_notes() throws Exception {
        tests.sql("create table if not exists job_test_ledger (job uuid not null, step integer not null)");
        tests.sql("create table if not exists job_test_note (id bigint generated always as identity, text text)");
        tests.sql("truncate job_test_note");
    }

    @AfterEach
    void usual_queues() throws Exception {
        tests.sql("delete from job where type in ('test-held', 'test-unknown')");
        for (var queue : JobQueue.values()) {
            queues.limit(queue, OptionalInt.empty());
            queues.resume(queue);
        }
    }

    @Test
    void of_jobs_that_are_due_the_most_important_comes_first_and_then_the_oldest() throws Exception {
        queues.pause(JobQueue.MEDIA);
        note("late", 1);
        note("first", 5);
        note("second", 5);
        note("urgent", 9);
        queues.resume(JobQueue.MEDIA);
        assertThat(Patience.await(this::notes, seen -> seen.size() == 4))
                .containsExactly("urgent", "first", "second", "late");
    }

    @Test
    void nothing_of_a_paused_queue_is_begun_or_taken_over_while_others_go_on() throws Exception {
        hold("mail", READY);
        hold("mail", EXPIRED);
        queues.pause(JobQueue.MAIL);
        assertThat(claim("mail", "{\"test-held\": 1}")).isZero();
        tests.await(tests.submit(NoteWork.TYPE, new Note("goes on")), JobState.DONE);
        queues.resume(JobQueue.MAIL);
        assertThat(claim("mail", "{\"test-held\": 1}")).isOne();
    }

    @Test
    void no_more_jobs_of_a_queue_run_than_its_limit_allows_whoever_claims_them() throws Exception {
        queues.limit(JobQueue.MAIL, OptionalInt.of(2));
        hold("mail", LEASED);
        for (int i = 0; i < 10; i++) {
            hold("mail", READY);
        }
        assertThat(claimAtOnce(4)).isOne();
        queues.limit(JobQueue.MAIL, OptionalInt.of(5));
        assertThat(claimAtOnce(4)).isEqualTo(3);
    }

    @Test
    void a_job_that_was_left_alone_runs_already_and_is_taken_over_at_the_limit() throws Exception {
        queues.limit(JobQueue.MAIL, OptionalInt.of(1));
        hold("mail", EXPIRED);
        hold("mail", READY);
        assertThat(claim("mail", "{\"test-held\": 1}")).isOne();
        assertThat(claim("mail", "{\"test-held\": 1}")).isZero();
    }

    @Test
    void a_job_that_was_left_alone_and_is_not_known_here_is_not_in_the_way_of_others_at_the_limit() throws Exception {
        queues.limit(JobQueue.MAIL, OptionalInt.of(1));
        hold("mail", EXPIRED);
        assertThat(claim("mail", "{\"test-other\": 1}")).isZero();
        hold("mail", READY);
        tests.sql("update job set type = 'test-unknown' where type = 'test-held' and state = 'running'");
        assertThat(claim("mail", "{\"test-held\": 1}")).isOne();
        assertThat(claim("mail", "{\"test-held\": 1}")).isZero();
    }

    @Test
    void a_queue_that_a_newer_release_has_added_keeps_no_job_waiting() throws Exception {
        tests.sql("insert into job_queue (name) values ('a later one')");
        try {
            // Its bell is rung by the sweep alone.
            var job = tests.submit(Submission.of(NoteWork.TYPE, new Note("soon"))
                    .notBefore(Instant.now().plusMillis(500)));
            tests.await(job, JobState.DONE);
        } finally {
            tests.sql("delete from job_queue where name = 'a later one'");
        }
    }

    @Test
    void two_dead_jobs_with_one_key_are_not_both_tried_again() throws Exception {
        queues.pause(JobQueue.MAIL);
        hold("mail", READY);
        hold("mail", READY);
        tests.sql("update job set state = 'dead', finished_at = clock_timestamp(), unique_key = 'the same'"
                + " where type = 'test-held'");
        var dead = reads.readPrimary(
                session -> session.createNativeQuery("select id from job where type = 'test-held'", UUID.class)
                        .list());
        var all = new CountDownLatch(dead.size());
        var outcomes = new ArrayList<Future<String>>();
        for (var id : dead) {
            outcomes.add(executor.submit(() -> {
                all.countDown();
                all.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                try {
                    jobs.retry(new JobId(id));
                    return "retried";
                } catch (Refusal refusal) {
                    return refusal.kind().name();
                }
            }));
        }
        var became = new ArrayList<String>();
        for (var outcome : outcomes) {
            became.add(outcome.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS));
        }
        assertThat(became).containsExactlyInAnyOrder("retried", "CONFLICT");
    }

    @Test
    void a_slow_queue_keeps_no_other_waiting() throws Exception {
        var slow = new ArrayList<JobId>();
        for (int i = 0; i < 3 * JobQueue.BULK.workers(); i++) {
            slow.add(tests.submit(LedgerWork.TYPE, "slow"));
        }
        Patience.await(
                () -> slow.stream()
                        .filter(job -> tests.view(job).state() == JobState.RUNNING)
                        .count(),
                running -> running == JobQueue.BULK.workers());
        tests.await(tests.submit(NoteWork.TYPE, new Note("not slow")), JobState.DONE);
        assertThat(slow).noneMatch(job -> tests.view(job).state() == JobState.DONE);
        slow.forEach(jobs::cancel);
    }

    @Test
    void a_job_is_not_begun_before_its_time() throws Exception {
        var job = tests.submit(Submission.of(NoteWork.TYPE, new Note("tomorrow"))
                .notBefore(Instant.now().plusSeconds(86_400)));
        assertThat(tests.view(job).state()).isEqualTo(JobState.WAITING);
        assertThat(claim("media", "{\"test-note\": 1}")).isZero();
        tests.sql("update job set not_before = clock_timestamp() where id = '%s'".formatted(job));
        tests.await(job, JobState.DONE);
    }

    @Test
    void what_is_submitted_again_while_it_is_unfinished_is_the_same_job() throws Exception {
        queues.pause(JobQueue.MEDIA);
        var wanted = Submission.of(NoteWork.TYPE, new Note("once")).once("the note");
        var job = tests.submit(wanted);
        assertThat(tests.submit(wanted)).isEqualTo(job);
        assertThat(tests.submit(wanted.once("another note"))).isNotEqualTo(job);
        queues.resume(JobQueue.MEDIA);
        tests.await(job, JobState.DONE);
        assertThat(tests.submit(wanted)).isNotEqualTo(job);
    }

    @Test
    void who_submit_the_same_at_once_get_one_job() throws Exception {
        queues.pause(JobQueue.MEDIA);
        var wanted = Submission.of(NoteWork.TYPE, new Note("once")).once("by all");
        var all = new CountDownLatch(4);
        var submitted = new ArrayList<Future<JobId>>();
        for (int i = 0; i < 4; i++) {
            submitted.add(executor.submit(() -> {
                all.countDown();
                all.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                return tests.submit(wanted);
            }));
        }
        var ids = new HashSet<JobId>();
        for (var one : submitted) {
            ids.add(one.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS));
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void what_a_clone_does_not_understand_is_dead_at_once_and_what_is_too_new_is_left_to_others() throws Exception {
        var poison = insertNote("7", 1);
        var newer = insertNote("{\"text\": \"newer\"}", 2);
        var older = insertNote("{\"text\": \"with more\", \"ink\": \"blue\"}", 1);
        assertThat(tests.await(poison, JobState.DEAD).error().orElseThrow()).contains("can't be read");
        assertThat(tests.view(poison).attempts()).isOne();
        tests.await(older, JobState.DONE);
        assertThat(tests.view(newer).state()).isEqualTo(JobState.READY);
        assertThat(tests.view(newer).attempts()).isZero();
        jobs.cancel(newer);
    }

    @Test
    void a_type_decides_how_often_it_is_tried_and_each_attempt_is_kept() throws Exception {
        var job = tests.submit(TwiceWork.TYPE, "no luck");
        tests.await(job, JobState.DEAD);
        assertThat(views.attempts(job)).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.FAILED);
            assertThat(attempt.node()).isEqualTo("node-1");
            assertThat(attempt.error().orElseThrow()).contains("IllegalStateException");
            assertThat(attempt.endedAt().orElseThrow()).isAfterOrEqualTo(attempt.beganAt());
        });
    }

    @Test
    void a_person_can_have_a_dead_job_tried_again_and_no_other() throws Exception {
        var job = tests.submit(TwiceWork.TYPE, "still no luck");
        tests.await(job, JobState.DEAD);
        jobs.retry(job);
        Patience.await(() -> views.attempts(job), seen -> seen.size() == 4);
        tests.await(job, JobState.DEAD);
        var done = tests.submit(NoteWork.TYPE, new Note("done"));
        tests.await(done, JobState.DONE);
        assertThatThrownBy(() -> jobs.retry(done))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void an_attempt_whose_clone_was_lost_is_kept_beside_the_one_that_did_it() throws Exception {
        var job = tests.insert(LedgerWork.TYPE.name(), EXPIRED + ", 1, '1'");
        tests.await(job, JobState.DONE);
        assertThat(views.attempts(job))
                .extracting(Attempt::outcome)
                .containsExactly(Attempt.Outcome.LOST, Attempt.Outcome.DONE);
    }

    @Test
    void a_job_that_takes_longer_than_its_type_may_is_dead() throws Exception {
        var job = tests.submit(EndlessWork.TYPE, "on and on");
        assertThat(tests.await(job, JobState.DEAD).error().orElseThrow()).contains("time limit");
    }

    @Test
    void a_finished_job_moves_to_the_history_and_is_shown_as_before() throws Exception {
        var job = tests.insert(LedgerWork.TYPE.name(), EXPIRED + ", 1, '1'");
        tests.await(job, JobState.DONE);
        tests.sql("update job set finished_at = finished_at - interval '2 minutes' where id = '%s'".formatted(job));
        var shown = tests.view(job);
        var attempts = views.attempts(job);
        Patience.await(() -> count("job where id = '" + job + "'"), left -> left == 0);
        assertThat(tests.view(job)).isEqualTo(shown);
        assertThat(views.attempts(job)).hasSameSizeAs(attempts);
        assertThat(count("job_attempt where job_id = '" + job + "'")).isZero();
        assertThatThrownBy(() -> jobs.cancel(job)).isInstanceOf(Refusal.class);
    }

    @Test
    void weeks_of_history_are_made_ahead_and_dropped_by_age_and_nothing_that_is_shown_changes() throws Exception {
        long before = count("change where '*' = any(tags)");
        statement("create table history.job_20200106 partition of history.job"
                + " for values from ('2020-01-06 00:00+00') to ('2020-01-13 00:00+00')");
        statement("select history.drop_weeks('30 days')");
        assertThat(count("pg_class where relname = 'job_20200106'")).isZero();
        statement("select history.make_weeks()");
        assertThat(count("pg_inherits where inhparent = 'history.job'::regclass"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("change where '*' = any(tags)")).isLessThanOrEqualTo(before);
    }

    @Test
    void workers_that_hear_no_bell_find_their_jobs_all_the_same() throws Exception {
        deliver("stopDelivery");
        try {
            tests.await(tests.submit(NoteWork.TYPE, new Note("unheard")), JobState.DONE);
        } finally {
            deliver("startDelivery");
        }
    }

    @Test
    void the_bell_is_rung_for_each_job_that_is_submitted() throws Exception {
        // No sweep rings for a queue that is paused.
        queues.pause(JobQueue.MAIL);
        long before = bells();
        for (int n = 0; n < 3; n++) {
            tests.submit(
                    Submission.of(NoteWork.TYPE, new Note("in another queue")).in(JobQueue.MAIL));
        }
        Patience.await(JobQueuesIT::bells, rung -> rung >= before + 3);
        tests.sql("delete from job where queue = 'mail'");
    }

    /** How often the bell of the mail was rung since the clone has begun. */
    private static long bells() throws Exception {
        return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(
                        new ObjectName("jboss.as:subsystem=messaging-activemq,server=default,jms-queue=MailJobs"),
                        "messagesAdded");
    }

    /** Whether the broker may bring messages to the workers of the queue. */
    private static void deliver(String operation) throws Exception {
        var beans = ManagementFactory.getPlatformMBeanServer();
        var worker =
                beans.queryNames(new ObjectName("jboss.as:subsystem=ejb3,message-driven-bean=MediaWorker,*"), null);
        assertThat(worker).hasSize(1);
        beans.invoke(worker.iterator().next(), operation, new Object[0], new String[0]);
    }

    private void note(String text, int priority) throws Exception {
        tests.submit(Submission.of(NoteWork.TYPE, new Note(text)).withPriority(priority));
    }

    private List<String> notes() {
        return reads.readPrimary(
                session -> session.createNativeQuery("select text from job_test_note order by id", String.class)
                        .list());
    }

    private JobId insertNote(String payload, int version) throws Exception {
        var job = new JobId(UUID.randomUUID());
        tests.sql("""
                insert into job (id, type, payload, payload_version, queue) values ('%s', '%s', '%s', %d, 'media')
                """.formatted(job, NoteWork.TYPE.name(), payload, version));
        return job;
    }

    /** A job that no clone knows: state, epoch, lease_until. */
    private void hold(String queue, String values) throws Exception {
        tests.sql("""
                insert into job (type, payload, queue, state, epoch, lease_until) values ('test-held', '1', '%s', %s)
                """.formatted(queue, values));
    }

    private int claimAtOnce(int claims) throws Exception {
        var all = new CountDownLatch(claims);
        var claimed = new ArrayList<Future<Integer>>();
        for (int i = 0; i < claims; i++) {
            claimed.add(executor.submit(() -> {
                all.countDown();
                all.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                return claim("mail", "{\"test-held\": 1}");
            }));
        }
        int sum = 0;
        for (var one : claimed) {
            sum += one.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        return sum;
    }

    private int claim(String queue, String known) throws SQLException {
        return statements.run(connection -> {
            try (var claim = connection.createStatement();
                    var row = claim.executeQuery("select count(*) from claim_job('%s', '%s', 'test', interval '1 hour')"
                            .formatted(queue, known))) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private void statement(String sql) throws SQLException {
        statements.run(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private long count(String from) {
        return reads.readPrimary(session -> session.createNativeQuery("select count(*) from " + from, Long.class)
                .getSingleResult());
    }
}
