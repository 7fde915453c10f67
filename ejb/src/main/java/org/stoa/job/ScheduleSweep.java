package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.Refusal;
import org.stoa.job.ScheduleRows.Due;

/** Submits jobs of schedules whose time has come, on every clone alike; only the watch calls it. */
@ApplicationScoped
class ScheduleSweep {
    private static final Logger LOG = Logger.getLogger(ScheduleSweep.class.getName());

    @Inject
    private ScheduleRows schedules;

    @Inject
    private JobBell bell;

    /** Each by itself: what fails for one of them is kept for the end. */
    void sweep(Failures failures) throws SQLException {
        for (var due : schedules.due()) {
            failures.attempt(() -> run(due));
        }
    }

    private void run(Due due) throws SQLException {
        try {
            schedules.run(due, following(due)).ifPresent(bell::ring);
        } catch (Refusal | DateTimeException e) {
            pause(due, e);
        } catch (SQLException e) {
            if (!isRefused(e)) {
                throw e;
            }
            pause(due, e);
        }
    }

    /** Whether the database takes nothing like it (SQLSTATEs of classes 22 and 23), now or later. */
    private static boolean isRefused(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().matches("2[23]...");
    }

    /** Only a change by hand makes one that can't go on; it must not keep the others from it. */
    private void pause(Due due, Exception failure) throws SQLException {
        if (schedules.pause(due)) {
            LOG.log(Level.WARNING, "The schedule {0} is paused: {1}", new Object[] {due.name(), failure.getMessage()});
        }
    }

    /** After now, not after the time that has come: what was missed is made up for once. */
    private static Instant following(Due due) {
        return Cron.parse(due.cron()).next(due.now(), ZoneId.of(due.zone()));
    }
}
