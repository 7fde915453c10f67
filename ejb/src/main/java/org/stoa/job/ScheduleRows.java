package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.data.PrimaryStatements;

/** The rows of schedules as the sweep reads and moves them, each method one statement and one transaction. */
@ApplicationScoped
class ScheduleRows {
    @Inject
    private PrimaryStatements primary;

    /**
     * A schedule whose time has come.
     *
     * @param name its name
     * @param cron when it comes again
     * @param zone where that is so
     * @param next the time that has come
     * @param now the time of the database
     */
    record Due(String name, String cron, String zone, Instant next, Instant now) {}

    /** Those whose time has come. */
    List<Due> due() throws SQLException {
        return primary.run(connection -> {
            try (var query = connection.prepareStatement("select name, cron, zone, next_at, statement_timestamp()"
                            + " from job_schedule where not paused and next_at <= statement_timestamp()");
                    var row = query.executeQuery()) {
                var due = new ArrayList<Due>();
                while (row.next()) {
                    due.add(new Due(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return due;
            }
        });
    }

    /**
     * Submits the job of that time and moves on to the next; the queue of the job, empty if another clone was faster, or where this
     * release does not know the queue.
     */
    Optional<JobQueue> run(Due due, Instant following) throws SQLException {
        return primary.run(connection -> {
            try (var run = connection.prepareStatement("select run_schedule(?, ?, ?)")) {
                run.setString(1, due.name());
                run.setObject(2, due.next().atOffset(ZoneOffset.UTC));
                run.setObject(3, following.atOffset(ZoneOffset.UTC));
                try (var row = run.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getString(1)).flatMap(JobQueue::find);
                }
            }
        });
    }

    /** Pauses one that can't go on; whether it is still as it was seen, and was not paused. */
    boolean pause(Due due) throws SQLException {
        return primary.update(
                        "update job_schedule set paused = true where name = ? and next_at = ? and not paused",
                        (connection, pause) -> {
                            pause.setString(1, due.name());
                            pause.setObject(2, due.next().atOffset(ZoneOffset.UTC));
                        })
                > 0;
    }
}
