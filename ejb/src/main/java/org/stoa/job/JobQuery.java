package org.stoa.job;

import java.util.Optional;

/**
 * Which jobs are wanted.
 *
 * @param state only those in that state
 * @param queue only those of that queue
 * @param type only those of the type of that name
 * @param error only those whose error has that text in it, in whatever case
 * @param cursor where the page starts, as the page before says it; the first page where none
 * @param limit how many at the most, 1 to 100
 */
public record JobQuery(
        Optional<JobState> state,
        Optional<JobQueue> queue,
        Optional<String> type,
        Optional<String> error,
        Optional<JobId> cursor,
        int limit) {
    private static final int MOST = 100;

    public JobQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page of " + limit);
        }
    }
}
