package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoa.data.PrimaryStatements;

/**
 * The rows of jobs as workers and the sweep change them, each method one statement and one transaction. Only the database's
 * clock counts. Whatever a worker says of its job holds only while its epoch is the job's.
 */
@ApplicationScoped
class JobRows {
    /** How long a worker that is silent keeps its job. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** How long finished jobs can be looked at. */
    static final Duration KEPT = Duration.ofDays(30);

    /** After a day there is no clone left that knows the type of the job but has not come to it. */
    static final Duration UNKNOWN_TYPE = Duration.ofDays(1);

    /** How long a job is tried that fails for nothing but that the shop is busy. */
    static final Duration LONGEST_BUSY = Duration.ofDays(1);

    private static final int MOST_ERROR = 2_000;

    private static final String CLAIM = """
            update job set state = 'running', epoch = gen_random_uuid(), attempts = attempts + 1, clone = ?,
                   lease_until = clock_timestamp() + ? * interval '1 ms',
                   started_at = coalesce(started_at, clock_timestamp())
             where id = %s
            returning id, epoch, type, attempts, cast(payload as text), cast(checkpoint as text), done, total, message
            """;

    private static final String CLAIM_ONE = CLAIM.formatted("""
            ? and type = any(?) and attempts < ?
               and ((state = 'ready' and not_before <= clock_timestamp())
                 or (state = 'running' and lease_until < clock_timestamp()))
            """);

    // Workers that were left alone come first: somebody waits for them already. A locked row is somebody else's.
    private static final String CLAIM_NEXT = CLAIM.formatted("""
            coalesce((select id from job where state = 'running' and lease_until < statement_timestamp()
                         and type = any(?) and attempts < ? limit 1 for update skip locked),
                     (select id from job where state = 'ready' and not_before <= statement_timestamp()
                         and type = any(?) order by not_before limit 1 for update skip locked))
            """);

    private static final String BURY = "update job set state = 'dead', epoch = null, lease_until = null, error = ?,"
            + " finished_at = clock_timestamp()";

    private static final String END_OF_ATTEMPT = " where id = ? and epoch = ? and state = 'running'";

    private final String clone = System.getProperty("jboss.node.name", "clone");

    @Inject
    private PrimaryStatements primary;

    /** Claims this job if it is due and of one of these types. */
    Optional<JobClaim> claim(JobId job, Set<String> types) throws SQLException {
        return primary.run(connection -> {
            try (var claim = connection.prepareStatement(CLAIM_ONE)) {
                beginClaim(claim);
                claim.setObject(3, job.value());
                claim.setArray(4, texts(connection, types));
                claim.setInt(5, RetryDelay.MOST_ATTEMPTS);
                return claimed(claim);
            }
        });
    }

    /** Claims any job that is due and of one of these types; never waits for another worker. */
    Optional<JobClaim> claimNext(Set<String> types) throws SQLException {
        return primary.run(connection -> {
            try (var claim = connection.prepareStatement(CLAIM_NEXT)) {
                beginClaim(claim);
                claim.setArray(3, texts(connection, types));
                claim.setInt(4, RetryDelay.MOST_ATTEMPTS);
                claim.setArray(5, texts(connection, types));
                return claimed(claim);
            }
        });
    }

    private void beginClaim(PreparedStatement claim) throws SQLException {
        claim.setString(1, clone);
        claim.setLong(2, LEASE.toMillis());
    }

    private static Optional<JobClaim> claimed(PreparedStatement claim) throws SQLException {
        try (var row = claim.executeQuery()) {
            return row.next() ? Optional.of(claim(row)) : Optional.empty();
        }
    }

    private static JobClaim claim(ResultSet row) throws SQLException {
        var id = new JobId(row.getObject(1, UUID.class));
        var progress = new Progress(row.getLong(7), row.getLong(8), row.getString(9));
        return new JobClaim(
                id,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                new JobWork.Step(id, row.getString(5), row.getString(6), progress));
    }

    /** How many jobs of these types are due, up to a number. */
    int countDue(Set<String> types, int most) throws SQLException {
        return primary.run(connection -> {
            try (var count = connection.prepareStatement("""
                    select least(?, (select count(*) from (select from job where state = 'ready'
                                        and not_before <= statement_timestamp() and type = any(?) limit ?) as ready)
                                  + (select count(*) from job where state = 'running'
                                        and lease_until < statement_timestamp() and type = any(?) and attempts < ?))
                    """)) {
                count.setInt(1, most);
                count.setArray(2, texts(connection, types));
                count.setInt(3, most);
                count.setArray(4, texts(connection, types));
                count.setInt(5, RetryDelay.MOST_ATTEMPTS);
                try (var row = count.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Lengthens the leases of these claims; leaves out those that are just being changed, and those that were lost. */
    void renew(Collection<JobClaim> claims) throws SQLException {
        var ids = claims.stream().map(claim -> claim.id().value()).toArray();
        var epochs = claims.stream().map(JobClaim::epoch).toArray();
        update("""
                update job set lease_until = clock_timestamp() + ? * interval '1 ms'
                 where id in (select id from job where state = 'running'
                                 and (id, epoch) in (select * from unnest(?, ?)) for update skip locked)
                """, (connection, update) -> {
            update.setLong(1, LEASE.toMillis());
            update.setArray(2, connection.createArrayOf("uuid", ids));
            update.setArray(3, connection.createArrayOf("uuid", epochs));
        });
    }

    /** The attempt failed; there will be another one. */
    void retry(JobClaim claim, String error, Duration delay) throws SQLException {
        update(
                "update job set state = 'ready', epoch = null, lease_until = null, error = ?, busy_since = null,"
                        + " not_before = clock_timestamp() + ? * interval '1 ms'" + END_OF_ATTEMPT,
                (connection, update) -> {
                    update.setString(1, storable(error));
                    update.setLong(2, delay.toMillis());
                    name(claim, update, 3);
                });
    }

    /**
     * What the work needs is away or busy: that was no attempt. The job comes back after as long as this has gone on, 1 s to
     * {@link RetryDelay#LONGEST}, shortened by chance by up to a half; after {@link #LONGEST_BUSY} of nothing else it is dead.
     *
     * @param chance 0 to 1
     */
    void postpone(JobClaim claim, String error, double chance) throws SQLException {
        int dead = update(
                BURY + END_OF_ATTEMPT + " and busy_since < clock_timestamp() - ? * interval '1 ms'",
                (connection, update) -> {
                    update.setString(1, storable(error));
                    name(claim, update, 2);
                    update.setLong(4, LONGEST_BUSY.toMillis());
                });
        if (dead == 0) {
            update("""
                    update job set state = 'ready', epoch = null, lease_until = null, error = ?,
                           attempts = greatest(attempts - 1, 0), busy_since = coalesce(busy_since, clock_timestamp()),
                           not_before = clock_timestamp() + ? * least(? * interval '1 ms',
                               greatest(? * interval '1 ms', clock_timestamp() - coalesce(busy_since, clock_timestamp())))
                    """ + END_OF_ATTEMPT, (connection, update) -> {
                update.setString(1, storable(error));
                update.setDouble(2, 0.5 + chance / 2);
                update.setLong(3, RetryDelay.LONGEST.toMillis());
                update.setLong(4, RetryDelay.FIRST.toMillis());
                name(claim, update, 5);
            });
        }
    }

    /** The job can't be done. */
    void bury(JobClaim claim, String error) throws SQLException {
        update(BURY + END_OF_ATTEMPT, (connection, update) -> {
            update.setString(1, storable(error));
            name(claim, update, 2);
        });
    }

    /** The worker's turn is over, and nothing failed: it is behind all others that are due, and this was no attempt. */
    void giveBack(JobClaim claim) throws SQLException {
        update(
                "update job set state = 'ready', epoch = null, lease_until = null, attempts = 0,"
                        + " not_before = clock_timestamp()" + END_OF_ATTEMPT,
                (connection, update) -> name(claim, update, 1));
    }

    /** Those that killed their workers time and again are dead; one that is locked just now is left to the next time. */
    int buryWornOut() throws SQLException {
        return update("""
                update job set state = 'dead', epoch = null, lease_until = null, finished_at = clock_timestamp(),
                       error = 'The clone or the connection that worked on it was lost ' || attempts || ' times in a row.'
                 where id in (select id from job where state = 'running' and lease_until < statement_timestamp()
                                 and attempts >= ? for update skip locked)
                """, (connection, update) -> update.setInt(1, RetryDelay.MOST_ATTEMPTS));
    }

    /** Those that no clone has known for a long time are dead. */
    int buryUnknown(Set<String> types) throws SQLException {
        return update("""
                update job set state = 'dead', epoch = null, lease_until = null, finished_at = clock_timestamp(),
                       error = 'There is nothing here that does jobs of this type.'
                 where state in ('ready', 'running') and type <> all(?)
                   and coalesce(lease_until, not_before) < statement_timestamp() - ? * interval '1 ms'
                """, (connection, update) -> {
            update.setArray(1, texts(connection, types));
            update.setLong(2, UNKNOWN_TYPE.toMillis());
        });
    }

    /** Deletes jobs that were finished long ago. */
    int deleteOld(int most) throws SQLException {
        return update("""
                delete from job where id in (select id from job
                     where finished_at < statement_timestamp() - ? * interval '1 ms' limit ? for update skip locked)
                """, (connection, update) -> {
            update.setLong(1, KEPT.toMillis());
            update.setInt(2, most);
        });
    }

    @FunctionalInterface
    private interface Parameters {
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Parameters parameters) throws SQLException {
        return primary.run(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                parameters.set(connection, update);
                return update.executeUpdate();
            }
        });
    }

    private static void name(JobClaim claim, PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, claim.id().value());
        statement.setObject(first + 1, claim.epoch());
    }

    private static java.sql.Array texts(Connection connection, Set<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** PostgreSQL keeps no NUL. */
    private static String storable(String error) {
        var text = error.replace("\0", "");
        return text.substring(0, Math.min(text.length(), MOST_ERROR));
    }
}
