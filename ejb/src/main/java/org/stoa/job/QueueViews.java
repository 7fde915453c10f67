package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.stoa.data.Reads;

/** Queues and schedules as they are shown to staff, read from the primary. */
@ApplicationScoped
public class QueueViews {
    // Each count has an index of its own; jobs that are done stay here for a minute.
    private static final String QUEUES = """
            select q.name, q.paused, coalesce(q.most_running, 0) as most_running,
                   (select count(*) from job where queue = q.name and state = 'ready') as ready,
                   cast(extract(epoch from clock_timestamp() - (select min(not_before) from job
                        where queue = q.name and state = 'ready')) * 1000 as bigint) as oldest,
                   (select count(*) from job where queue = q.name and state = 'waiting') as waiting,
                   (select count(*) from job where queue = q.name and state = 'running') as running,
                   (select count(*) from job where queue = q.name and state = 'dead') as dead,
                   (select count(*) from job where queue = q.name and state = 'done'
                       and finished_at > statement_timestamp() - interval '1 minute') as done,
                   (select count(*) from job_attempt a join job j on j.id = a.job_id
                     where j.queue = q.name and a.outcome in ('failed', 'lost')
                       and a.ended_at > statement_timestamp() - interval '1 minute') as failed
              from job_queue q
            """;

    @Inject
    private Reads reads;

    /**
     * All queues that this release knows, in their order.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public List<QueueView> queues() {
        return reads
                .readPrimary(session -> session.createNativeQuery(QUEUES, Tuple.class)
                        .addScalar("name", String.class)
                        .addScalar("paused", Boolean.class)
                        .addScalar("most_running", Integer.class)
                        .addScalar("ready", Long.class)
                        .addScalar("oldest", Long.class)
                        .addScalar("waiting", Long.class)
                        .addScalar("running", Long.class)
                        .addScalar("dead", Long.class)
                        .addScalar("done", Long.class)
                        .addScalar("failed", Long.class)
                        .list())
                .stream()
                .flatMap(row -> JobQueue.find(row.get("name", String.class)).map(queue -> queue(queue, row)).stream())
                .sorted((one, other) -> one.queue().compareTo(other.queue()))
                .toList();
    }

    private static QueueView queue(JobQueue queue, Tuple row) {
        int most = row.get("most_running", Integer.class);
        return new QueueView(
                queue,
                row.get("paused", Boolean.class),
                most == 0 ? OptionalInt.empty() : OptionalInt.of(most),
                row.get("ready", Long.class),
                Optional.ofNullable(row.get("oldest", Long.class)).map(Duration::ofMillis),
                row.get("waiting", Long.class),
                row.get("running", Long.class),
                row.get("dead", Long.class),
                row.get("done", Long.class),
                row.get("failed", Long.class));
    }

    /**
     * All schedules, by their names.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public List<ScheduleView> schedules() {
        return reads
                .readPrimary(session -> session.createNativeQuery("""
                                select name, cron, zone, type, queue, paused, next_at, last_at, last_job,
                                       (select j.state from every_job j where j.id = last_job) as last_state
                                  from job_schedule order by name
                                """, Tuple.class)
                        .addScalar("name", String.class)
                        .addScalar("cron", String.class)
                        .addScalar("zone", String.class)
                        .addScalar("type", String.class)
                        .addScalar("queue", String.class)
                        .addScalar("paused", Boolean.class)
                        .addScalar("next_at", Instant.class)
                        .addScalar("last_at", Instant.class)
                        .addScalar("last_job", UUID.class)
                        .addScalar("last_state", String.class)
                        .list())
                .stream()
                .map(row -> new ScheduleView(
                        row.get("name", String.class),
                        row.get("cron", String.class),
                        row.get("zone", String.class),
                        row.get("type", String.class),
                        row.get("queue", String.class),
                        row.get("paused", Boolean.class),
                        row.get("next_at", Instant.class),
                        Optional.ofNullable(row.get("last_at", Instant.class)),
                        Optional.ofNullable(row.get("last_job", UUID.class)).map(JobId::new),
                        Optional.ofNullable(row.get("last_state", String.class)).map(JobState::fromString)))
                .toList();
    }
}
