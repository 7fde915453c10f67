package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.stoa.Refusal;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Reads;

/** Finds jobs, on the primary. What takes longer than a statement may take is refused. */
@ApplicationScoped
public class JobSearch {
    /** Greater counts are told as this one. */
    public static final int MOST_COUNTED = 10_000;

    /** An id is drawn a moment before or after the time that is kept. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    // A UUID of version 7 (RFC 9562) begins with the milliseconds since 1970 in 48 bits.
    private static final long MOST_MILLIS = (1L << 48) - 1;
    private static final int BELOW_MILLIS = 16;

    private static final String LIST =
            "select j.id, left(cast(j.payload as text), 200) as arguments, j.not_before, j.started_at, j.clone,"
                    + " statement_timestamp() as seen_at, " + JobViews.COLUMNS + " from every_job j%s"
                    // Ids begin with the time: their order is that of submission, and each part has an index of it.
                    + " order by j.id desc limit :most";

    @Inject
    private Reads reads;

    @Inject
    private JobViews views;

    /** What a job must be like, with the parameter of that name. */
    private record Condition(String sql, String name, Object value) {
        static Optional<Condition> of(String sql, String name, Optional<?> value) {
            return value.map(given -> new Condition(sql, name, given));
        }
    }

    /**
     * One page of jobs, the youngest first.
     *
     * @throws Refusal malformed: the arguments begin with a brace and are no JSON; unavailable: the primary does not answer, or it
     *     takes too long
     */
    public JobPageView list(JobQuery wanted) {
        var found = bounded(wanted);
        var items = found.stream().limit(wanted.limit()).toList();
        views.shown(items.stream().map(ListedJob::job).toList());
        return new JobPageView(
                items,
                found.size() > items.size()
                        ? Optional.of(items.get(items.size() - 1).job().id())
                        : Optional.empty());
    }

    private List<ListedJob> bounded(JobQuery wanted) {
        try {
            return reads.readPrimary(session -> find(session, wanted));
        } catch (IllegalStateException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.BUSY) {
                throw new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "That takes too long to find. Please say more: a time, a state or a type.",
                        e);
            }
            throw e;
        }
    }

    private static List<ListedJob> find(StatelessSession session, JobQuery wanted) {
        wanted.arguments().filter(JobSearch::isJson).ifPresent(json -> requireValid(session, json));
        var conditions = conditions(wanted);
        var where = conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
        var query = JobViews.typed(session.createNativeQuery(
                        LIST.formatted(where.isEmpty() ? "" : " where " + where), Tuple.class))
                .addScalar("id", UUID.class)
                .addScalar("arguments", String.class)
                .addScalar("not_before", Instant.class)
                .addScalar("started_at", Instant.class)
                .addScalar("clone", String.class)
                .addScalar("seen_at", Instant.class)
                .setParameter("most", wanted.limit() + 1);
        conditions.forEach(condition -> query.setParameter(condition.name(), condition.value()));
        return query.list().stream().map(JobSearch::listed).toList();
    }

    private static ListedJob listed(Tuple row) {
        return new ListedJob(
                JobViews.view(new JobId(row.get("id", UUID.class)), row),
                row.get("arguments", String.class),
                row.get("not_before", Instant.class),
                Optional.ofNullable(row.get("started_at", Instant.class)),
                Optional.ofNullable(row.get("clone", String.class)),
                row.get("seen_at", Instant.class));
    }

    /** What the database takes for JSON; it knows bounds that others don't. */
    private static void requireValid(StatelessSession session, String json) {
        boolean valid = session.createNativeQuery("select pg_input_is_valid(:json, 'jsonb')", Boolean.class)
                .setParameter("json", json)
                .getSingleResult();
        if (!valid) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "arguments: what begins with a brace must be JSON, like {\"line\": 3}.");
        }
    }

    private static boolean isJson(String arguments) {
        return arguments.startsWith("{");
    }

    private static List<Condition> conditions(JobQuery wanted) {
        return Stream.of(
                        Condition.of("j.state = :state", "state", wanted.state().map(JobState::key)),
                        Condition.of("j.queue = :queue", "queue", wanted.queue().map(JobQueue::key)),
                        Condition.of("j.type = :type", "type", wanted.type()),
                        Condition.of("j.batch = :batch", "batch", wanted.batch().map(BatchId::value)),
                        Condition.of("j.submitter = :submitter", "submitter", wanted.submitter()),
                        Condition.of("position(:error in lower(j.error)) > 0", "error", lower(wanted.error())),
                        Condition.of(
                                "j.payload @> cast(:json as jsonb)",
                                "json",
                                wanted.arguments().filter(JobSearch::isJson)),
                        Condition.of(
                                "position(:arguments in lower(cast(j.payload as text))) > 0",
                                "arguments",
                                lower(wanted.arguments().filter(text -> !isJson(text)))),
                        Condition.of("j.created_at >= cast(:from as timestamptz)", "from", text(wanted.from())),
                        Condition.of("j.created_at < cast(:to as timestamptz)", "to", text(wanted.to())),
                        // The same by the index of ids.
                        Condition.of("j.id >= :oldest", "oldest", wanted.from().map(time -> idAt(time.minus(MARGIN)))),
                        Condition.of("j.id < :youngest", "youngest", wanted.to().map(time -> idAt(time.plus(MARGIN)))),
                        Condition.of("j.id < :before", "before", wanted.cursor().map(JobId::value)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> lower(Optional<String> text) {
        return text.map(given -> given.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(Optional<Instant> time) {
        return time.map(Instant::toString);
    }

    /** The first of the ids that may be drawn then. */
    private static UUID idAt(Instant time) {
        return new UUID(Math.max(0, Math.min(time.toEpochMilli(), MOST_MILLIS)) << BELOW_MILLIS, 0);
    }

    /**
     * How many jobs are in each state in which they wait for something, {@value #MOST_COUNTED} at the most.
     *
     * @throws Refusal unavailable: the primary does not answer
     */
    public Map<JobState, Integer> counts() {
        // Written out, so that each has its index.
        var counts = Stream.of(JobState.READY, JobState.WAITING, JobState.RUNNING, JobState.DEAD)
                .map(state ->
                        "select '%1$s' as state, count(*) as n from (select from job where state = '%1$s' limit %2$d) f"
                                .formatted(state.key(), MOST_COUNTED))
                .collect(Collectors.joining(" union all "));
        var found = new EnumMap<JobState, Integer>(JobState.class);
        reads.readPrimary(session -> session.createNativeQuery(counts, Tuple.class)
                        .addScalar("state", String.class)
                        .addScalar("n", Integer.class)
                        .list())
                .forEach(row ->
                        found.put(JobState.fromString(row.get("state", String.class)), row.get("n", Integer.class)));
        return found;
    }
}
