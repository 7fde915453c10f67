package org.stoa.system.jobs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.stoa.cluster.Cluster;
import org.stoa.system.jobs.History.Applied;
import org.stoa.system.jobs.History.Batch;
import org.stoa.system.jobs.History.Ended;
import org.stoa.system.jobs.History.Job;
import org.stoa.system.jobs.History.Lost;
import org.stoa.system.jobs.History.Outside;
import org.stoa.system.jobs.History.Submitted;

/** What the check writes down: in a schema of its own on the primary, and outside in a file. */
final class Records implements AutoCloseable {
    /** Names the schedule. */
    static final String SCHEDULE = "jobs-check";

    /** Not in public: DDL there makes every clone forget what it keeps. */
    private static final String SCHEMA = """
        drop schema if exists jobs_check cascade;
        create schema jobs_check;
        create table jobs_check.submitted (job uuid not null, kind text not null, steps integer not null);
        create table jobs_check.ledger (job uuid not null, step integer not null, clone text not null,
            at timestamptz not null default clock_timestamp());
        create table jobs_check.batch (name text not null, jobs bigint not null, failed bigint not null);
        create table jobs_check.ending (job uuid not null, name text not null, jobs bigint not null,
            failed bigint not null);
        grant usage on schema jobs_check to public;
        grant all on all tables in schema jobs_check to public;
        """;

    private static final String OWN = " type in ('check-task', 'check-doomed', 'check-order', 'check-ending')";

    private static final String FORGET = """
        delete from job where %1$s;
        delete from history.job where %1$s;
        delete from job_batch where type = 'check-ending';
        """.formatted(OWN);

    private static final JsonMapper JSON = new JsonMapper();

    private final Cluster cluster;
    private final Path outside;

    /** Makes it, empty. */
    Records(Cluster cluster) throws SQLException {
        this.cluster = cluster;
        this.outside = cluster.directory("primary").resolveSibling("jobs-check-outside.txt");
        sql(SCHEMA);
        clear();
    }

    /** Forgets everything. */
    void clear() throws SQLException {
        sql("delete from job_schedule where name = '" + SCHEDULE + "';" + FORGET
                + "truncate jobs_check.submitted, jobs_check.ledger, jobs_check.batch, jobs_check.ending");
        try {
            Files.deleteIfExists(outside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where effects outside of the database are told. */
    Path outside() {
        return outside;
    }

    /** Submits a job as somebody does who does not ring: with its record, in one transaction. */
    UUID submit(String type, Kind kind, int steps, Object payload) throws SQLException {
        var job = UUID.randomUUID();
        try (var primary = cluster.connect("primary");
                var insert = primary.prepareStatement("""
                    with record as (insert into jobs_check.submitted values (?, ?, ?))
                    insert into job (id, type, payload, queue, most_attempts) values (?, ?, cast(? as jsonb), 'urgent', 30)
                    """)) {
            insert.setObject(1, job);
            insert.setString(2, kind.key());
            insert.setInt(3, steps);
            insert.setObject(4, job);
            insert.setString(5, type);
            insert.setString(6, json(payload));
            insert.executeUpdate();
        }
        return job;
    }

    /** A payload as it is kept. */
    static String json(Object payload) {
        return JSON.valueToTree(payload).toString();
    }

    /** How many jobs have been submitted, orders included. */
    long submitted() throws SQLException {
        return number("select count(*) from jobs_check.submitted");
    }

    /** How many jobs are not finished, batches that have not ended, and times of the schedule that are to be seen to. */
    long unfinished() throws SQLException {
        return number("select (select count(*) from job where state in ('ready', 'waiting', 'running') and" + OWN
                + ") + (select count(*) from job_batch where type = 'check-ending' and called_at is null)"
                + " + (select count(*) from job_schedule where name = '" + SCHEDULE
                + "' and next_at <= statement_timestamp())");
    }

    /** How many jobs are being done by a clone; by all, if its name is empty. */
    long running(String node) throws SQLException {
        return number("select count(*) from job where state = 'running' and '" + node + "' in ('', clone) and" + OWN);
    }

    /** A whole number from the primary. */
    long number(String query) throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What failed did so because the primary is away, or else the statement is wrong. */
    static void requireAway(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")) {
            throw new IllegalStateException("The check has a bug", failure);
        }
    }

    /** Changes something on the primary. */
    void sql(String statements) throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement()) {
            statement.execute(statements);
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Adds all that is written down to a history. */
    void readInto(History history) throws SQLException {
        try (var primary = cluster.connect("primary")) {
            read(primary, "select id, type, state, unique_key from every_job where" + OWN, row -> {
                var job = new Job(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4));
                history.add(job);
                if (job.key() != null) {
                    history.add(new Submitted(job.id(), Kind.TICK, 1));
                }
            });
            read(
                    primary,
                    "select job, kind, steps from jobs_check.submitted",
                    row -> history.add(new Submitted(
                            row.getObject(1, UUID.class), Kind.fromString(row.getString(2)), row.getInt(3))));
            read(
                    primary,
                    "select job, step, clone from jobs_check.ledger",
                    row -> history.add(new Applied(row.getObject(1, UUID.class), row.getInt(2), row.getString(3))));
            read(
                    primary,
                    "select name, jobs, failed from jobs_check.batch",
                    row -> history.add(new Batch(row.getString(1), row.getLong(2), row.getLong(3))));
            read(
                    primary,
                    "select job, name, jobs, failed from jobs_check.ending",
                    row -> history.add(
                            new Ended(row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getLong(4))));
            read(
                    primary,
                    "select a.job_id, a.clone, a.began_at, a.ended_at from every_job_attempt a join every_job j on"
                            + " j.id = a.job_id where a.outcome = 'lost' and j." + OWN.strip(),
                    row -> history.add(new Lost(
                            row.getObject(1, UUID.class), row.getString(2), instant(row, 3), instant(row, 4))));
        }
        readOutside(history);
    }

    private static void read(Connection primary, String query, Reader reader) throws SQLException {
        try (var statement = primary.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private void readOutside(History history) {
        if (!Files.exists(outside)) {
            return;
        }
        try {
            for (var line : Files.readAllLines(outside)) {
                var parts = line.split(" ");
                history.add(new Outside(
                        UUID.fromString(parts[0]), parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2]))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        clear();
        sql("drop schema jobs_check cascade");
    }
}
