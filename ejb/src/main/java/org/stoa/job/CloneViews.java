package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.data.Reads;

/** The clones and what their workers do, as they are shown to staff, read from the primary. */
@ApplicationScoped
public class CloneViews {
    /** More than the workers of all clones. */
    private static final int MOST_JOBS = 500;

    /** Those that are silent for longer, and have no jobs, are gone for good. */
    private static final Duration SHOWN = Duration.ofMinutes(5);

    private static final String CLONES = """
            select coalesce(c.name, j.clone, '–') as name, cast(extract(epoch from statement_timestamp() - c.seen_at) * 1000 as bigint) as silence,
                   j.id, j.type, j.queue, j.late,
                   cast(extract(epoch from statement_timestamp() - j.claimed_at) * 1000 as bigint) as age
              from (select name, seen_at from job_clone where seen_at > statement_timestamp() - :shown * interval '1 ms') c
              full join (select clone, id, type, queue, claimed_at, lease_until < statement_timestamp() as late
                           from job where state = 'running' order by claimed_at limit :most) j on j.clone = c.name
             order by j.claimed_at
            """;

    @Inject
    private Reads reads;

    /**
     * The clones that were heard of within the last minutes, and those that have jobs, by their names.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public List<CloneView> clones() {
        var rows = reads.readPrimary(session -> session.createNativeQuery(CLONES, Tuple.class)
                .addScalar("name", String.class)
                .addScalar("silence", Long.class)
                .addScalar("id", UUID.class)
                .addScalar("type", String.class)
                .addScalar("queue", String.class)
                .addScalar("late", Boolean.class)
                .addScalar("age", Long.class)
                .setParameter("shown", SHOWN.toMillis())
                .setParameter("most", MOST_JOBS)
                .list());
        var byClone = rows.stream().collect(Collectors.groupingBy(CloneViews::node, TreeMap::new, Collectors.toList()));
        return byClone.entrySet().stream()
                .map(clone -> view(clone.getKey(), clone.getValue()))
                .toList();
    }

    /** Of all rows of a clone, one or more. */
    private static CloneView view(String node, List<Tuple> rows) {
        return new CloneView(
                node,
                Optional.ofNullable(rows.get(0).get("silence", Long.class)).map(Duration::ofMillis),
                rows.stream()
                        .filter(row -> row.get("id") != null)
                        .map(CloneViews::job)
                        .toList());
    }

    private static String node(Tuple row) {
        return row.get("name", String.class);
    }

    private static RunningJob job(Tuple row) {
        return new RunningJob(
                new JobId(row.get("id", UUID.class)),
                row.get("type", String.class),
                row.get("queue", String.class),
                Duration.ofMillis(
                        Optional.ofNullable(row.get("age", Long.class)).orElse(0L)),
                row.get("late", Boolean.class));
    }
}
