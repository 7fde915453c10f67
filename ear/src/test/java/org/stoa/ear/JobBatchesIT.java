package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import org.stoa.ear.QueueWorks.Ending;
import org.stoa.ear.QueueWorks.EndingWork;
import org.stoa.ear.QueueWorks.Note;
import org.stoa.ear.QueueWorks.NoteWork;
import org.stoa.ear.QueueWorks.TwiceWork;
import org.stoa.job.BatchId;
import org.stoa.job.Cron;
import org.stoa.job.JobBatches;
import org.stoa.job.JobQueue;
import org.stoa.job.JobQueues;
import org.stoa.job.JobState;
import org.stoa.job.Jobs;
import org.stoa.job.Schedules;
import org.stoa.job.Submission;

/** Jobs that belong together and jobs that come again, inside a clone. */
@ExtendWith(ArquillianExtension.class)
class JobBatchesIT {
    private static final String SCHEDULE = "test-schedule";
    private static final Cron YEARLY = Cron.parse("0 0 1 1 *");

    @Inject
    private TestJobs tests;

    @Inject
    private Jobs jobs;

    @Inject
    private JobBatches batches;

    @Inject
    private Schedules schedules;

    @Inject
    private JobQueues queues;

    @Inject
    private Reads reads;

    @Inject
    private PrimaryStatements statements;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.withWorks(JobBatchesIT.class, QueueWorks.class);
    }

    @BeforeEach
    void an_empty_book_of_notes() throws Exception {
        tests.sql("create table if not exists job_test_note (id bigint generated always as identity, text text)");
        tests.sql("truncate job_test_note");
    }

    @AfterEach
    void no_schedule() {
        schedules.end(SCHEDULE);
    }

    @Test
    void when_all_jobs_of_a_batch_are_finished_it_ends_once_and_says_how_many_failed() throws Exception {
        transaction.begin();
        var batch = batches.open(Submission.of(EndingWork.TYPE, new Ending("letters", 0, 0)));
        for (int i = 0; i < 5; i++) {
            jobs.submit(Submission.of(NoteWork.TYPE, new Note("letter")).of(batch));
        }
        jobs.submit(Submission.of(TwiceWork.TYPE, "no luck").of(batch));
        var unwanted = jobs.submit(Submission.of(NoteWork.TYPE, new Note("unwanted"))
                .of(batch)
                .notBefore(Instant.now().plus(Duration.ofDays(1))));
        transaction.commit();
        Patience.await(this::notes, seen -> Collections.frequency(seen, "letter") == 5);
        assertThat(notes()).doesNotContain("letters: 7, 2 failed");
        jobs.cancel(unwanted);

        Patience.await(this::notes, seen -> seen.contains("letters: 7, 2 failed"));
        endAtOnce(batch);
        assertThat(count("every_job where type = 'test-ending' and payload ->> 'text' = 'letters'"))
                .isOne();
    }

    @Test
    void whoever_sees_the_end_of_a_batch_at_once_it_ends_once() throws Exception {
        transaction.begin();
        var batch = batches.open(Submission.of(EndingWork.TYPE, new Ending("none", 0, 0)));
        transaction.commit();
        endAtOnce(batch);
        Patience.await(this::notes, seen -> seen.contains("none: 0, 0 failed"));
        assertThat(count("every_job where type = 'test-ending' and payload ->> 'text' = 'none'"))
                .isOne();
    }

    @Test
    void nothing_is_added_to_a_batch_that_has_ended() throws Exception {
        transaction.begin();
        var batch = batches.open(Submission.of(EndingWork.TYPE, new Ending("over", 0, 0)));
        transaction.commit();
        Patience.await(this::notes, seen -> seen.contains("over: 0, 0 failed"));
        assertThatThrownBy(() -> tests.submit(
                        Submission.of(NoteWork.TYPE, new Note("too late")).of(batch)))
                .hasStackTraceContaining("has ended");
        transaction.rollback();
    }

    @Test
    void a_batch_that_is_rolled_back_never_was() throws Exception {
        transaction.begin();
        var batch = batches.open(Submission.of(EndingWork.TYPE, new Ending("never", 0, 0)));
        transaction.rollback();
        assertThat(count("job_batch where id = '" + batch + "'")).isZero();
    }

    @Test
    void what_a_schedule_missed_is_made_up_for_once() throws Exception {
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("yearly")));
        tests.sql("update job_schedule set next_at = next_at - interval '5 years' where name = '" + SCHEDULE + "'");
        Patience.await(this::notes, seen -> seen.contains("yearly"));
        Patience.await(
                () -> count("job_schedule where next_at > clock_timestamp() and name = '" + SCHEDULE + "'"),
                future -> future == 1);
        assertThat(scheduled("yearly")).isOne();
    }

    @Test
    void each_time_of_a_schedule_has_one_job_whoever_sees_that_it_has_come() throws Exception {
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("raced")));
        var run =
                "select count(run_schedule(name, next_at, next_at + interval '1 year')) from job_schedule where name = '"
                        + SCHEDULE + "'";
        var seen = "select count(run_schedule('%s', '%s', '2999-01-01Z'))"
                .formatted(
                        SCHEDULE,
                        text("select cast(next_at as text) from job_schedule where name = '" + SCHEDULE + "'"));
        assertThat(atOnce(seen)).isEqualTo(1);
        assertThat(number(run)).isOne();
        assertThat(scheduled("raced")).isEqualTo(2);
    }

    @Test
    void a_schedule_that_is_kept_again_goes_on_and_one_that_changes_begins_anew() throws Exception {
        var wanted = Submission.of(NoteWork.TYPE, new Note("kept"));
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, wanted);
        tests.sql("update job_schedule set paused = true, next_at = '2000-01-01Z' where name = '" + SCHEDULE + "'");
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, wanted);
        assertThat(count("job_schedule where next_at = '2000-01-01Z' and name = '" + SCHEDULE + "'"))
                .isOne();
        schedules.keep(SCHEDULE, Cron.parse("0 0 2 1 *"), ZoneOffset.UTC, wanted);
        assertThat(count("job_schedule where next_at > clock_timestamp() and name = '" + SCHEDULE + "'"))
                .isOne();
    }

    @Test
    void a_schedule_can_be_run_now_and_keeps_its_times() throws Exception {
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("now")));
        var before = text("select cast(next_at as text) from job_schedule where name = '" + SCHEDULE + "'");
        tests.await(schedules.runNow(SCHEDULE), JobState.DONE);
        assertThat(text("select cast(next_at as text) from job_schedule where name = '" + SCHEDULE + "'"))
                .isEqualTo(before);
        assertThatThrownBy(() -> schedules.runNow("nothing"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void a_schedule_that_nobody_can_read_is_paused() throws Exception {
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("unread")));
        tests.sql("update job_schedule set cron = 'at noon', next_at = '2000-01-01Z' where name = '" + SCHEDULE + "'");
        Patience.await(() -> count("job_schedule where paused and name = '" + SCHEDULE + "'"), paused -> paused == 1);
        assertThat(scheduled("unread")).isZero();
    }

    @Test
    void a_schedule_that_the_database_refuses_is_paused_and_keeps_no_other_from_its_time() throws Exception {
        var other = SCHEDULE + " and another";
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("refused")));
        schedules.keep(other, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("taken")));
        try {
            tests.sql("update job_schedule set priority = 10 where name = '" + SCHEDULE + "'");
            tests.sql("update job_schedule set next_at = '2000-01-01Z' where name in ('" + SCHEDULE + "', '" + other
                    + "')");
            Patience.await(this::notes, seen -> seen.contains("taken"));
            Patience.await(
                    () -> count("job_schedule where paused and name = '" + SCHEDULE + "'"), paused -> paused == 1);
            assertThat(scheduled("refused")).isZero();
        } finally {
            schedules.end(other);
        }
    }

    @Test
    void who_has_a_schedule_run_now_twice_gets_the_same_job_until_that_is_finished() throws Exception {
        schedules.keep(SCHEDULE, YEARLY, ZoneOffset.UTC, Submission.of(NoteWork.TYPE, new Note("once")));
        queues.pause(JobQueue.MEDIA);
        try {
            var job = schedules.runNow(SCHEDULE);
            assertThat(schedules.runNow(SCHEDULE)).isEqualTo(job);
            queues.resume(JobQueue.MEDIA);
            tests.await(job, JobState.DONE);
            assertThat(schedules.runNow(SCHEDULE)).isNotEqualTo(job);
        } finally {
            queues.resume(JobQueue.MEDIA);
        }
    }

    private void endAtOnce(BatchId batch) throws Exception {
        atOnce("select count(call_back('%s'))".formatted(batch));
    }

    /** The sum of what some get who ask at once. */
    private long atOnce(String query) throws Exception {
        var all = new CountDownLatch(4);
        var answers = new ArrayList<Future<Long>>();
        for (int i = 0; i < 4; i++) {
            answers.add(executor.submit(() -> {
                all.countDown();
                all.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                return number(query);
            }));
        }
        long sum = 0;
        for (var answer : answers) {
            sum += answer.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        return sum;
    }

    private List<String> notes() {
        return reads.readPrimary(
                session -> session.createNativeQuery("select text from job_test_note order by id", String.class)
                        .list());
    }

    private long scheduled(String text) {
        return count("every_job where type = 'test-note' and payload ->> 'text' = '" + text + "'");
    }

    private long count(String from) {
        return reads.readPrimary(session -> session.createNativeQuery("select count(*) from " + from, Long.class)
                .getSingleResult());
    }

    private String text(String query) {
        return reads.readPrimary(
                session -> session.createNativeQuery(query, String.class).getSingleResult());
    }

    /** May write. */
    private long number(String query) throws SQLException {
        return statements.run(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
