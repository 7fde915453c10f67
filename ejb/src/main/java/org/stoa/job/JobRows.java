package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
                                 (select count(*) from job where queue = q.name and state = 'running'
                                     and (lease_until >= statement_timestamp() or %1$s))
                            then (select count(*) from (select from job where queue = q.name and state = 'ready'
                                     and not_before <= statement_timestamp() and %1$s limit ?))
                            else 0 end
                     + (select count(*) from job where queue = q.name and state = 'running'
                            and lease_until < statement_timestamp() and attempts < most_attempts and %1$s)
                  from job_queue q where not q.paused
                """.formatted(KNOWN))) {
                count.setString(1, known);
                count.setString(2, known);
                count.setInt(3, most);
                count.setString(4, known);
                var due = new EnumMap<JobQueue, Integer>(JobQueue.class);
                try (var row = count.executeQuery()) {
                    while (row.next()) {
                        int jobs = Math.min(row.getInt(2), most);
                        JobQueue.find(row.getString(1)).ifPresent(queue -> due.put(queue, jobs));
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

    /**
     * Which clones the primary hears of.
     *
     * @param names of those that follow its changes, as their connections bear them
     * @param at when that was, by its clock
     */
    record Connected(Set<String> names, Instant at) {}

    /** Those of this moment. */
    Connected connected() throws SQLException {
        return primary.run(connection -> {
            try (var query = connection.prepareStatement("""
                select clock_timestamp(), array(
                    select distinct regexp_replace(application_name, ' looks$', '') from pg_stat_activity
                     where application_name like '% looks')
                """);
                    var row = query.executeQuery()) {
                row.next();
                return new Connected(
                        Set.of((String[]) row.getArray(2).getArray()),
                        row.getObject(1, OffsetDateTime.class).toInstant());
            }
        });
    }

    /**
     * The leases end now that these clones had already when they were first missed. Not that of a last attempt: the job would be
     * dead at once, for what is only a hint.
     *
     * @param missed since when each is missed, by the primary's clock
     */
    int endLeases(Map<String, Instant> missed) throws SQLException {
        var names = missed.keySet().toArray();
        var times = Stream.of(names).map(name -> missed.get(name).toString()).toArray();
        return primary.update("""
                update job set lease_until = clock_timestamp() where id = any(array(
                    select j.id from job j
                      join unnest(?, cast(? as timestamptz[])) as missed(clone, at) on missed.clone = j.clone
                     where j.state = 'running' and j.claimed_at <= missed.at and j.lease_until > clock_timestamp()
                       and j.attempts < j.most_attempts
                       for update of j skip locked))
                """, (connection, update) -> {
            update.setArray(1, connection.createArrayOf("text", names));
            update.setArray(2, connection.createArrayOf("text", times));
        });
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
               and not exists (select from job_clone c where c.seen_at > statement_timestamp() - ? * interval '1 ms'
                                  and (c.known is null or job.payload_version <= cast(c.known ->> job.type as integer)))
            """.formatted(KNOWN), (connection, update) -> {
            update.setString(1, known);
            update.setLong(2, UNKNOWN.toMillis());
            update.setLong(3, UNKNOWN.toMillis());
        });
    }
}
