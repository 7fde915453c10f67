package org.stoa.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.stoa.Refusal;

/**
 * What jobs of one type do. A bean in {@code jms-workers}, found by its type. It works in steps of at most a few seconds;
 * each is a transaction on the primary that commits its effects together with the checkpoint it returns, and commits nothing
 * if the job has meanwhile been given to another worker. So a step may be begun again, but takes effect once.
 */
public interface JobWork<P> {
    /** The type of the jobs that it does; always the same. */
    JobType<P> type();

    /**
     * Does the next step, in the caller's transaction. What it throws rolls the step back.
     *
     * @param step where the job stands
     * @return where it stands now
     * @throws Refusal the job can never be done (invalid): it is dead at once, with this reason; any other exception fails
     *     the attempt, which is repeated after a while from the last checkpoint; one that says that something is away or busy
     *     (unavailable) does not count as an attempt
     */
    StepResult step(Step<P> step);

    /**
     * Where a job stands before a step.
     *
     * @param job the job
     * @param payload what was submitted, as this clone understands it
     * @param checkpoint what the last step returned, JSON; null before the first
     * @param progress how far it is
     */
    record Step<P>(JobId job, P payload, String checkpoint, Progress progress) {}

    /**
     * Where a job stands after a step.
     *
     * @param checkpoint what the next step begins with, or the result if this was the last; JSON, never null, up to 64 KiB
     * @param progress how far it is
     * @param finished whether this was the last step
     * @param lines what the step has to tell, kept with the job if the step is committed; of more than {@link JobLine#MOST} the
     *     latest, each one line, cut off after 500 characters
     */
    record StepResult(String checkpoint, Progress progress, boolean finished, List<String> lines) {
        /** The longest checkpoint in bytes of UTF-8. */
        public static final int MOST_CHECKPOINT_BYTES = 64 * 1024;

        public StepResult {
            Objects.requireNonNull(progress);
            if (checkpoint.getBytes(StandardCharsets.UTF_8).length > MOST_CHECKPOINT_BYTES) {
                throw new IllegalArgumentException("A checkpoint is too long");
            }
            lines = lines.stream()
                    .skip(Math.max(0, lines.size() - JobLine.MOST))
                    .map(JobLine::storable)
                    .toList();
        }

        /** A step that has nothing to tell. */
        public StepResult(String checkpoint, Progress progress, boolean finished) {
            this(checkpoint, progress, finished, List.of());
        }

        /** The step after the one that had this result. */
        <P> Step<P> next(Step<P> before) {
            return new Step<>(before.job(), before.payload(), checkpoint, progress);
        }
    }
}
