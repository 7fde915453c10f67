package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt at a job as it is shown.
 *
 * @param node the name of the clone that made it
 * @param beganAt when it began
 * @param endedAt when it ended; empty while it goes on
 * @param outcome what became of it
 * @param error why it failed; empty where it did not
 */
public record Attempt(
        String node, Instant beganAt, Optional<Instant> endedAt, Outcome outcome, Optional<String> error) {
    /** What became of an attempt. */
    public enum Outcome {
        /** It goes on. */
        RUNNING,
        /** The job is done. */
        DONE,
        /** There was an error. */
        FAILED,
        /** Its clone, or the connection, was lost: nobody said how it ended. */
        LOST,
        /** Somebody did not want the job any more. */
        CANCELLED
    }
}
