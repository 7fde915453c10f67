package org.stoa.ear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.stoa.job.JobQueue;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;
import org.stoa.job.Retries;

/** Works that show what queues and types decide. */
public final class QueueWorks {
    private QueueWorks() {}

    /** What is noted, and by which job that can be told from the others. */
    public record Note(String text) {}

    /** Writes a note, in the queue that has one worker only: so the order of notes is that of jobs. */
    @ApplicationScoped
    public static class NoteWork implements JobWork<Note> {
        public static final JobType<Note> TYPE =
                JobType.of("test-note", 1, Note.class).in(JobQueue.MEDIA);

        @PersistenceContext(unitName = "stoa")
        private EntityManager primary;

        @Override
        public JobType<Note> type() {
            return TYPE;
        }

        @Override
        public StepResult step(Step<Note> step) {
            primary.createNativeQuery("insert into job_test_note (text) values (:text)")
                    .setParameter("text", step.payload().text())
                    .executeUpdate();
            return new StepResult("{}", Progress.NONE, true);
        }
    }

    /** What a batch is told in the end. */
    public record Ending(String text, long jobs, long failed) {}

    /** Notes what came of a batch. */
    @ApplicationScoped
    public static class EndingWork implements JobWork<Ending> {
        public static final JobType<Ending> TYPE =
                JobType.of("test-ending", 1, Ending.class).in(JobQueue.URGENT);

        @PersistenceContext(unitName = "stoa")
        private EntityManager primary;

        @Override
        public JobType<Ending> type() {
            return TYPE;
        }

        @Override
        public StepResult step(Step<Ending> step) {
            var ending = step.payload();
            primary.createNativeQuery("insert into job_test_note (text) values (:text)")
                    .setParameter("text", "%s: %d, %d failed".formatted(ending.text(), ending.jobs(), ending.failed()))
                    .executeUpdate();
            return new StepResult("{}", Progress.NONE, true);
        }
    }

    /** Fails, and may do so twice. */
    @ApplicationScoped
    public static class TwiceWork implements JobWork<String> {
        public static final JobType<String> TYPE = JobType.of("test-twice", 1, String.class)
                .with(new Retries(2, Duration.ofMillis(50), Duration.ofMillis(100)));

        @Override
        public JobType<String> type() {
            return TYPE;
        }

        @Override
        public StepResult step(Step<String> step) {
            throw new IllegalStateException(step.payload());
        }
    }

    /** Goes on for ever, if nobody stops it. */
    @ApplicationScoped
    public static class EndlessWork implements JobWork<String> {
        public static final JobType<String> TYPE =
                JobType.of("test-endless", 1, String.class).within(Duration.ofMillis(300));

        @Override
        public JobType<String> type() {
            return TYPE;
        }

        @Override
        public StepResult step(Step<String> step) {
            long done = step.progress().done() + 1;
            return new StepResult(String.valueOf(done), new Progress(done, 0, ""), false);
        }
    }
}
