package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Which jobs are wanted.
 *
 * @param state only those in that state
 * @param queue only those of that queue
 * @param type only those of the type of that name
 * @param error only those whose error has that text in it, in whatever case
 * @param arguments only those whose arguments have that text in them, in whatever case; where it begins with a brace, those whose
 *     arguments contain that JSON object
 * @param batch only those of that batch
 * @param submitter only those that this member wanted
 * @param from only those that were submitted then or later
 * @param to only those that were submitted before
 * @param cursor where the page starts, as the page before says it; the first page where none
 * @param limit how many at the most, 1 to 100
 */
public record JobQuery(
        Optional<JobState> state,
        Optional<JobQueue> queue,
        Optional<String> type,
        Optional<String> error,
        Optional<String> arguments,
        Optional<BatchId> batch,
        Optional<Long> submitter,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<JobId> cursor,
        int limit) {
    private static final int MOST = 100;

    public JobQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page of " + limit);
        }
    }

    /** The same, but only those that this member wanted. */
    public JobQuery by(long member) {
        return new JobQuery(state, queue, type, error, arguments, batch, Optional.of(member), from, to, cursor, limit);
    }
}
