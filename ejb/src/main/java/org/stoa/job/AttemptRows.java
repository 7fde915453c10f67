package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.stoa.data.PrimaryStatements;

/**
 * How attempts end that did not finish their jobs, in the rows of these. Each method holds only while the epoch of the claim is the
 * job's; each statement is a transaction, by the database's clock.
 */
@ApplicationScoped
class AttemptRows {
    /** How long a job is tried that fails for nothing but that the shop is busy. */
    static final Duration LONGEST_BUSY = Duration.ofDays(1);

    private static final Duration FIRST_BUSY_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_BUSY_DELAY = Duration.ofSeconds(60);

    private static final int MOST_ERROR = 2_000;

    private static final String BURY = "update job set state = 'dead', epoch = null, lease_until = null, error = ?,"
            + " finished_at = clock_timestamp()";

    private static final String BUSY_SINCE = "(busy_since + greatest(claimed_at - not_before, interval '0'))";

    private static final String END_OF_ATTEMPT = " where id = ? and epoch = ? and state = 'running'";

    @Inject
    private PrimaryStatements primary;

    /** The attempt failed; there will be another one. */
    void retry(JobClaim claim, String error, Duration delay) throws SQLException {
        primary.update(
                "update job set state = 'waiting', epoch = null, lease_until = null, error = ?, busy_since = null,"
                        + " not_before = clock_timestamp() + ? * interval '1 ms'" + END_OF_ATTEMPT,
                (connection, update) -> {
                    update.setString(1, storable(error));
                    update.setLong(2, delay.toMillis());
                    name(claim, update, 3);
                });
    }

    /**
     * What the work needs is away or busy: that was no attempt. The job comes back after as long as this has gone on, 1 s to
     * {@link #LONGEST_BUSY_DELAY}, shortened by chance by up to a half; after {@link #LONGEST_BUSY} of nothing else it is dead. While
     * it waited for a worker it was not busy: its queue was long or paused, or the shop was down.
     *
     * @param chance 0 to 1
     */
    void postpone(JobClaim claim, String error, double chance) throws SQLException {
        int dead = primary.update(
                BURY + END_OF_ATTEMPT + " and " + BUSY_SINCE + " < clock_timestamp() - ? * interval '1 ms'",
                (connection, update) -> {
                    update.setString(1, storable(error));
                    name(claim, update, 2);
                    update.setLong(4, LONGEST_BUSY.toMillis());
                });
        if (dead == 0) {
            primary.update("""
                    update job set state = 'waiting', epoch = null, lease_until = null, error = ?,
                           attempts = greatest(attempts - 1, 0), busy_since = coalesce(%1$s, clock_timestamp()),
                           not_before = clock_timestamp() + ? * least(? * interval '1 ms',
                               greatest(? * interval '1 ms', clock_timestamp() - coalesce(%1$s, clock_timestamp())))
                    """.formatted(BUSY_SINCE) + END_OF_ATTEMPT, (connection, update) -> {
                update.setString(1, storable(error));
                update.setDouble(2, 0.5 + chance / 2);
                update.setLong(3, LONGEST_BUSY_DELAY.toMillis());
                update.setLong(4, FIRST_BUSY_DELAY.toMillis());
                name(claim, update, 5);
            });
        }
    }

    /** The job can't be done. */
    void bury(JobClaim claim, String error) throws SQLException {
        primary.update(BURY + END_OF_ATTEMPT, (connection, update) -> {
            update.setString(1, storable(error));
            name(claim, update, 2);
        });
    }

    /** The worker's turn is over, and nothing failed: it is behind all others that are due, and this was no attempt. */
    void giveBack(JobClaim claim) throws SQLException {
        primary.update(
                "update job set state = 'ready', epoch = null, lease_until = null, attempts = 0,"
                        + " not_before = clock_timestamp()" + END_OF_ATTEMPT,
                (connection, update) -> name(claim, update, 1));
    }

    private static void name(JobClaim claim, PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, claim.id().value());
        statement.setObject(first + 1, claim.epoch());
    }

    /** PostgreSQL keeps no NUL. */
    private static String storable(String error) {
        var text = error.replace("\0", "");
        return text.substring(0, Math.min(text.length(), MOST_ERROR));
    }
}
