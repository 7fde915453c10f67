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
import org.stoa.data.DatabaseFailure;
import org.stoa.job.ScheduleRows.Due;

/** Submits jobs of schedules whose time has come, on every clone alike; only the watch calls it. */
@ApplicationScoped
class ScheduleSweep {
    private static final Logger LOG = Logger.getLogger(ScheduleSweep.class.getName());

    @Inject
    private ScheduleRows schedules;

    @Inject
    private JobBell bell;

    void sweep() throws SQLException {
        for (var due : schedules.due()) {
            try {
                schedules.run(due, following(due)).ifPresent(bell::ring);
            } catch (Refusal | DateTimeException e) {
                pause(due, e);
            } catch (SQLException e) {
                if (DatabaseFailure.of(e) != DatabaseFailure.BUG) {
                    throw e;
                }
                pause(due, e);
            }
        }
    }

    /** Only a change by hand makes one that can't go on; it must not keep the others from it. */
    private void pause(Due due, Exception failure) throws SQLException {
        LOG.log(Level.WARNING, "The schedule {0} is paused: {1}", new Object[] {due.name(), failure.getMessage()});
        schedules.pause(due.name());
    }

    /** After now, not after the time that has come: what was missed is made up for once. */
    private static Instant following(Due due) {
        return Cron.parse(due.cron()).next(due.now(), ZoneId.of(due.zone()));
    }
}
