package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is shown.
 *
 * @param id its id
 * @param type the name of its type
 * @param queue the name of the queue where its workers find it; a newer release may have added it
 * @param state what is the case with it
 * @param progress how far it is
 * @param attempts how often it was begun
 * @param error why the last attempt failed; empty where none did
 * @param submitter the member that wanted it; empty for the shop itself and for programs of the staff
 * @param createdAt when it was submitted
 * @param finishedAt when it was done, dead or cancelled; empty before
 * @param result what it ended with, JSON; empty before it is done
 */
public record JobView(
        JobId id,
        String type,
        String queue,
        JobState state,
        Progress progress,
        int attempts,
        Optional<String> error,
        Optional<Long> submitter,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<String> result) {
    /**
     * Whether it can be cancelled or, if it is dead, discarded and tried again: not once it is over, nor once it has been dead for
     * 30 days.
     */
    public boolean isOpen() {
        return switch (state) {
            case READY, WAITING, RUNNING -> true;
            case DONE, CANCELLED -> false;
            case DEAD ->
                finishedAt
                        .filter(death -> death.isBefore(Instant.now().minus(JobHistory.DEAD_FOR)))
                        .isEmpty();
        };
    }
}
