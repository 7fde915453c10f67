package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoa.data.PrimaryStatements;

/**
 * The rows of jobs as they are claimed and watched over, each method one statement and one transaction. Only the database's clock
 * counts.
 */
@ApplicationScoped
class JobRows {
    /** How long a worker that is silent keeps its job. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** How long jobs of a type, or with a version of their payload, that no clone knows are left alone. */
    static final Duration UNKNOWN = Duration.ofDays(1);

    /** Those whose time has come, together at most. */
    private static final int MOST_WOKEN = 1_000;

    private static final String KNOWN = " payload_version <= cast(cast(? as jsonb) ->> type as integer)";

    private final String clone = System.getProperty("jboss.node.name", "clone");

    @Inject
    private PrimaryStatements primary;

    /**
     * Claims a job of a queue that is due, unless the queue is paused or has as many running as it may; never waits for another
     * worker.
     *
     * @param known the newest versions of payloads that this clone knows, by type, JSON
     */
    Optional<JobClaim> claim(JobQueue queue, String known) throws SQLException {
        return primary.run(connection -> {
            try (var claim = connection.prepareStatement("""
                select id, epoch, type, attempts, cast(payload as text), cast(checkpoint as text), done, total, message,
                       cast(extract(epoch from clock_timestamp() - started_at) * 1000 as bigint), batch
                  from claim_job(?, cast(? as jsonb), ?, ? * interval '1 ms')
                """)) {
                claim.setString(1, queue.key());
                claim.setString(2, known);
                claim.setString(3, clone);
                claim.setLong(4, LEASE.toMillis());
                try (var row = claim.executeQuery()) {
                    return row.next() ? Optional.of(claim(row)) : Optional.empty();
                }
            }
        });
    }

    private static JobClaim claim(ResultSet row) throws SQLException {
        var id = new JobId(row.getObject(1, UUID.class));
        var progress = new Progress(row.getLong(7), row.getLong(8), row.getString(9));
        return new JobClaim(
                id,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                Duration.ofMillis(row.getLong(10)),
                Optional.ofNullable(row.getObject(11, UUID.class)).map(BatchId::new),
                new JobWork.Step<>(id, row.getString(5), row.getString(6), progress));
    }

    /** How many jobs could be claimed now, by queue, up to a number each. */
    Map<JobQueue, Integer> countDue(String known, int most) throws SQLException {
        return primary.run(connection -> {
            try (var count = connection.prepareStatement("""
                select q.name,
                       case when q.most_running is null or q.most_running >
                                 (select count(*) from job where queue = q.name and state = 'running')
                            then (select count(*) from (select from job where queue = q.name and state = 'ready'
                                     and not_before <= statement_timestamp() and %1$s limit ?))
                            else 0 end
                     + (select count(*) from job where queue = q.name and state = 'running'
                            and lease_until < statement_timestamp() and attempts < most_attempts and %1$s)
                  from job_queue q where not q.paused
                """.formatted(KNOWN))) {
                count.setString(1, known);
                count.setInt(2, most);
                count.setString(3, known);
                var due = new EnumMap<JobQueue, Integer>(JobQueue.class);
                try (var row = count.executeQuery()) {
                    while (row.next()) {
                        due.put(JobQueue.fromString(row.getString(1)), Math.min(row.getInt(2), most));
                    }
                }
                return due;
            }
        });
    }

    /** Those whose time has come are ready; one that is locked just now is left to the next time. */
    int wake() throws SQLException {
        return primary.update("""
            update job set state = 'ready' where id = any(array(
                select id from job where state = 'waiting' and not_before <= statement_timestamp()
                 order by not_before limit ? for update skip locked))
            """, (connection, update) -> update.setInt(1, MOST_WOKEN));
    }

    /** Lengthens the leases of these claims; leaves out those that are just being changed, and those that were lost. */
    void renew(Collection<JobClaim> claims) throws SQLException {
        var ids = claims.stream().map(claim -> claim.id().value()).toArray();
        var epochs = claims.stream().map(JobClaim::epoch).toArray();
        primary.update("""
            update job set lease_until = clock_timestamp() + ? * interval '1 ms'
             where id in (select id from job where state = 'running'
                             and (id, epoch) in (select * from unnest(?, ?)) for update skip locked)
            """, (connection, update) -> {
            update.setLong(1, LEASE.toMillis());
            update.setArray(2, connection.createArrayOf("uuid", ids));
            update.setArray(3, connection.createArrayOf("uuid", epochs));
        });
    }

    /** The names of the clones that follow the primary's changes, as their connections bear them. */
    Set<String> connected() throws SQLException {
        return primary.run(connection -> {
            try (var query = connection.prepareStatement("""
                select distinct regexp_replace(application_name, ' looks$', '') from pg_stat_activity
                 where application_name like '% looks'
                """);
                    var row = query.executeQuery()) {
                var clones = new HashSet<String>();
                while (row.next()) {
                    clones.add(row.getString(1));
                }
                return clones;
            }
        });
    }

    /** The leases of these clones end now. */
    int endLeases(Collection<String> clones) throws SQLException {
        return primary.update(
                """
                update job set lease_until = clock_timestamp() where id = any(array(
                    select id from job where state = 'running' and clone = any(?) and lease_until > clock_timestamp()
                       for update skip locked))
                """, (connection, update) -> update.setArray(1, connection.createArrayOf("text", clones.toArray())));
    }

    /** Those that killed their workers time and again are dead; one that is locked just now is left to the next time. */
    int buryWornOut() throws SQLException {
        return primary.update("""
            update job set state = 'dead', epoch = null, lease_until = null, finished_at = clock_timestamp(),
                   error = 'The clone or the connection that worked on it was lost ' || attempts || ' times in a row.'
             where id in (select id from job where state = 'running' and lease_until < statement_timestamp()
                             and attempts >= most_attempts for update skip locked)
            """, (connection, update) -> {});
    }

    /** Those that no clone has known for a long time are dead. */
    int buryUnknown(String known) throws SQLException {
        return primary.update("""
            update job set state = 'dead', epoch = null, lease_until = null, finished_at = clock_timestamp(),
                   error = 'There is nothing here that does jobs of this type, or this version of it.'
             where state in ('ready', 'waiting', 'running') and (%s) is not true
               and coalesce(lease_until, not_before) < statement_timestamp() - ? * interval '1 ms'
            """.formatted(KNOWN), (connection, update) -> {
            update.setString(1, known);
            update.setLong(2, UNKNOWN.toMillis());
        });
    }
}
