package org.stoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.stoa.cluster.process.Poll;
import org.stoa.job.JobQueue;
import org.stoa.trial.NoteWork;
import org.stoa.trial.TrialWork;
import org.stoa.trial.TrialWork.Kind;

/** The jobs that measure and are measured, as rows: whichever clone finds one does it. */
final class TrialJobs implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Connection primary;
    private final Set<String> clones = new TreeSet<>();

    /**
     * Two transactions that followed each other.
     *
     * @param first milliseconds
     * @param second milliseconds
     */
    record Pair(double first, double second) {
        /** How many times as long the second takes. */
        double ratio() {
            return second / first;
        }
    }

    TrialJobs(Connection primary) throws SQLException {
        this.primary = primary;
        execute("create table if not exists trial_note (job uuid not null, text text not null,"
                + " at timestamptz not null default clock_timestamp())");
        execute("grant all on trial_note to public");
        execute("comment on table trial_note is 'Not followed: shown to nobody.'");
    }

    /** The pairs of times that a clone measures, in one job. */
    List<Pair> measure(Kind kind, int times, JobQueue queue, long product) throws SQLException {
        var job = submit("{\"kind\": \"%s\", \"times\": %d, \"queue\": \"%s\", \"product\": %d}"
                .formatted(kind, times, queue, product));
        awaitDone(job);
        try (var query =
                primary.prepareStatement("select clone, cast(e.pair ->> 0 as integer), cast(e.pair ->> 1 as integer)"
                        + " from every_job, jsonb_array_elements(checkpoint) as e (pair) where id = ?")) {
            query.setObject(1, job);
            try (var rows = query.executeQuery()) {
                var pairs = new ArrayList<Pair>();
                while (rows.next()) {
                    clones.add(rows.getString(1));
                    pairs.add(new Pair(rows.getInt(2) / 1e3, rows.getInt(3) / 1e3));
                }
                return pairs;
            }
        }
    }

    private UUID submit(String payload) throws SQLException {
        try (var insert = primary.prepareStatement(
                "insert into job (type, queue, payload) values (?, ?, cast(? as jsonb)) returning id")) {
            insert.setString(1, TrialWork.TYPE.name());
            insert.setString(2, TrialWork.TYPE.queue().key());
            insert.setString(3, payload);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private void awaitDone(UUID job) throws SQLException {
        if (!Poll.until(LIMIT, PAUSE, () -> isTrue("select state = 'done' from every_job where id = '" + job + "'"))) {
            throw new IllegalStateException("Not done within " + LIMIT + ": " + text(job));
        }
    }

    /** How it stands with a job. */
    private String text(UUID job) throws SQLException {
        try (var query = primary.prepareStatement(
                "select concat_ws(', ', id, state, clone, done || ' of ' || total, error) from every_job where id = ?")) {
            query.setObject(1, job);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The clones that measured so far. */
    Set<String> clones() {
        return clones;
    }

    /** Small jobs, all at once. */
    void addNotes(String type, JobQueue queue, int number) throws SQLException {
        execute("""
                insert into job (type, queue, payload) select '%s', '%s', '{"text": "as long as a payload is"}'
                  from generate_series(1, %d)
                """.formatted(type, queue.key(), number));
        execute("analyze job");
    }

    /** Waits until nothing small is left to do. */
    void awaitNotes() {
        await("select not exists (select from job where type = '" + NoteWork.TYPE.name()
                + "' and state in ('ready', 'waiting', 'running'))");
    }

    private void await(String condition) {
        if (!Poll.until(LIMIT, PAUSE, () -> isTrue(condition))) {
            throw new IllegalStateException("Not within " + LIMIT + ": " + condition);
        }
    }

    private boolean isTrue(String query) {
        try (var statement = primary.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void pause(JobQueue queue, boolean paused) throws SQLException {
        execute("update job_queue set paused = %b where name = '%s'".formatted(paused, queue.key()));
    }

    /** All of them are gone, and so is what they left behind: the next ones meet the same tables. */
    void clear() throws SQLException {
        execute("delete from job where type like 'trial%' and state <> 'running'");
        execute("truncate trial_note");
        execute("vacuum analyze job");
    }

    /** The single column of a query, numbers. */
    List<Double> numbers(String query) throws SQLException {
        try (var statement = primary.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<Double>();
            while (rows.next()) {
                found.add(rows.getDouble(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = primary.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        primary.close();
    }
}
