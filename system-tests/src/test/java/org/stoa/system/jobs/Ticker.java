package org.stoa.system.jobs;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.Work;
import org.stoa.system.jobs.work.Task;

/** Lets time after time of a schedule come: each a minute of long ago, so that its job bears a key of its own. */
final class Ticker implements Work {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Cluster cluster;
    private final History history;
    private int minutes;

    Ticker(Cluster cluster, Records records, History history) throws SQLException {
        this.cluster = cluster;
        this.history = history;
        records.sql("""
            insert into job_schedule (name, cron, zone, type, payload, payload_version, queue, priority, most_attempts, next_at)
            values ('%s', '0 0 1 1 *', 'UTC', 'check-task', '%s', 1, 'urgent', 5, 30, clock_timestamp() + interval '1 day')
            """.formatted(Records.SCHEDULE, Records.json(new Task(1, 0, false, null))));
    }

    @Override
    public void once() {
        var time = LONG_AGO.plus(minutes++, ChronoUnit.MINUTES);
        try (var primary = cluster.connect("primary");
                var come = primary.prepareStatement("update job_schedule set next_at = cast(? as timestamptz)"
                        + " where name = ? and next_at > statement_timestamp()")) {
            come.setString(1, time.toString());
            come.setString(2, Records.SCHEDULE);
            if (come.executeUpdate() == 1) {
                history.addTick(Records.SCHEDULE + " at " + time.toString().replace(":00Z", "Z"));
            }
        } catch (SQLException e) {
            // Nobody knows whether that time comes: it may have one job, or none.
            Records.requireAway(e);
        } catch (LaunchFailure e) {
            // The same.
        }
    }

    @Override
    public void close() {}
}
