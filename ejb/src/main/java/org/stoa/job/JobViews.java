package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Reader;
import org.stoa.data.Reads;

/** Jobs as they are shown. Read from the primary: who watches a job must not see an older state of it than before. */
@ApplicationScoped
public class JobViews {
    /** What {@link #view} reads, out of {@code every_job} as {@code j}. */
    public static final String COLUMNS = """
            j.type, j.queue, j.state, j.done, j.total, j.message, j.attempts, j.error, j.submitter, j.created_at, j.finished_at,
            case when j.state = 'done' then cast(j.checkpoint as text) end as result
            """;

    @Inject
    private Reads reads;

    @Inject
    private ChangeFeed feed;

    /**
     * A job, or empty if there is none.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public Optional<JobView> find(JobId id) {
        var found = reads.readPrimary(session -> typed(session.createNativeQuery(
                        "select " + COLUMNS + " from every_job j where j.id = :id", Tuple.class))
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(row -> view(id, row)));
        found.ifPresent(job -> shown(List.of(job)));
        return found;
    }

    /**
     * What only staff see of a job, or empty if there is none.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public Optional<JobDetails> details(JobId id) {
        return reads.readPrimary(session -> session.createNativeQuery("""
                        select priority, cast(payload as text) as payload, unique_key, batch, not_before, started_at, clone
                          from every_job where id = :id
                        """, Tuple.class)
                .addScalar("priority", Integer.class)
                .addScalar("payload", String.class)
                .addScalar("unique_key", String.class)
                .addScalar("batch", UUID.class)
                .addScalar("not_before", Instant.class)
                .addScalar("started_at", Instant.class)
                .addScalar("clone", String.class)
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(JobViews::details));
    }

    private static JobDetails details(Tuple row) {
        return new JobDetails(
                row.get("payload", String.class),
                row.get("priority", Integer.class),
                Optional.ofNullable(row.get("unique_key", String.class)),
                Optional.ofNullable(row.get("batch", UUID.class)).map(BatchId::new),
                row.get("not_before", Instant.class),
                Optional.ofNullable(row.get("started_at", Instant.class)),
                Optional.ofNullable(row.get("clone", String.class)));
    }

    /**
     * The latest attempts at a job, the first of them first; up to 51, none if there is no such job.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public List<Attempt> attempts(JobId id) {
        return reads.readPrimary(session -> session
                .createNativeQuery("""
                        select clone, began_at, ended_at, outcome, error from every_job_attempt
                         where job_id = :id order by began_at
                        """, Tuple.class)
                .addScalar("clone", String.class)
                .addScalar("began_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .addScalar("outcome", String.class)
                .addScalar("error", String.class)
                .setParameter("id", id.value())
                .list()
                .stream()
                .map(JobViews::attempt)
                .toList());
    }

    private static Attempt attempt(Tuple row) {
        return new Attempt(
                row.get("clone", String.class),
                row.get("began_at", Instant.class),
                Optional.ofNullable(row.get("ended_at", Instant.class)),
                Attempt.Outcome.valueOf(row.get("outcome", String.class).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.get("error", String.class)));
    }

    /**
     * The lines of a job, the oldest first; the latest {@link JobLine#MOST}.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public List<JobLine> lines(JobId id) {
        return lines(Map.of(id, 0L)).getOrDefault(id, List.of());
    }

    /** The same of some jobs, of each those whose numbers are greater than that. */
    Map<JobId, List<JobLine>> lines(Map<JobId, Long> after) {
        if (after.isEmpty()) {
            return Map.of();
        }
        return reads.readPrimary(session -> session
                .createNativeQuery("""
                        select job_id, number, at, text from every_job_line
                         where job_id = any(cast(string_to_array(:ids, ',') as uuid[])) and number > :least
                           and number > cast(cast(:known as jsonb) ->> cast(job_id as text) as bigint)
                         order by number
                        """, Tuple.class)
                .addScalar("job_id", UUID.class)
                .addScalar("number", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("text", String.class)
                .setParameter("ids", ids(after.keySet()))
                .setParameter("least", Collections.min(after.values()))
                .setParameter("known", known(after))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new JobId(row.get("job_id", UUID.class)),
                        Collectors.mapping(JobViews::line, Collectors.toList()))));
    }

    /** As JSON: ids need no escapes. */
    private static String known(Map<JobId, Long> after) {
        return after.entrySet().stream()
                .map(job -> "\"%s\": %d".formatted(job.getKey(), job.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static JobLine line(Tuple row) {
        return new JobLine(row.get("number", Long.class), row.get("at", Instant.class), row.get("text", String.class));
    }

    /** Where some jobs stand; those that are not there are left out. */
    Map<JobId, JobStand> stands(Collection<JobId> jobs) {
        return reads.readPrimary(session -> {
            // Those that go on are in the small table.
            var found = stands(session, "job", "job_line", jobs);
            var others = jobs.stream().filter(job -> !found.containsKey(job)).toList();
            if (!others.isEmpty()) {
                found.putAll(stands(session, "every_job", "every_job_line", others));
            }
            return found;
        });
    }

    private static Map<JobId, JobStand> stands(
            StatelessSession session, String table, String lines, Collection<JobId> jobs) {
        var found = new HashMap<JobId, JobStand>();
        typed(session.createNativeQuery("""
                        select j.id, %s, coalesce((select max(l.number) from %s l where l.job_id = j.id), 0) as last_line
                          from %s j where j.id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        """.formatted(COLUMNS, lines, table), Tuple.class))
                .addScalar("id", UUID.class)
                .addScalar("last_line", Long.class)
                .setParameter("ids", ids(jobs))
                .list()
                .forEach(row -> {
                    var id = new JobId(row.get("id", UUID.class));
                    found.put(id, new JobStand(view(id, row), row.get("last_line", Long.class)));
                });
        return found;
    }

    private static String ids(Collection<JobId> jobs) {
        return jobs.stream().map(JobId::toString).collect(Collectors.joining(","));
    }

    /** Whoever is told that a job is finished finds what it did, wherever he reads next. */
    public void shown(Collection<JobView> jobs) {
        if (jobs.stream().anyMatch(job -> job.state().isFinished())) {
            feed.lookFor(Reader.current());
        }
    }

    /** The same query, with the types of {@link #COLUMNS}. */
    public static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("type", String.class)
                .addScalar("queue", String.class)
                .addScalar("state", String.class)
                .addScalar("done", Long.class)
                .addScalar("total", Long.class)
                .addScalar("message", String.class)
                .addScalar("attempts", Integer.class)
                .addScalar("error", String.class)
                .addScalar("submitter", Long.class)
                .addScalar("created_at", Instant.class)
                .addScalar("finished_at", Instant.class)
                .addScalar("result", String.class);
    }

    /** The job of a row with {@link #COLUMNS}, none of them missing. */
    public static JobView view(JobId id, Tuple row) {
        return new JobView(
                id,
                row.get("type", String.class),
                row.get("queue", String.class),
                JobState.fromString(row.get("state", String.class)),
                new Progress(
                        row.get("done", Long.class), row.get("total", Long.class), row.get("message", String.class)),
                row.get("attempts", Integer.class),
                Optional.ofNullable(row.get("error", String.class)),
                Optional.ofNullable(row.get("submitter", Long.class)),
                row.get("created_at", Instant.class),
                Optional.ofNullable(row.get("finished_at", Instant.class)),
                Optional.ofNullable(row.get("result", String.class)));
    }
}
