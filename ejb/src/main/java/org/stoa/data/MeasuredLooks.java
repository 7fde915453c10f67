package org.stoa.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks that are counted and timed. */
final class MeasuredLooks extends Looks {
    private final ChangeMetrics metrics;

    MeasuredLooks(DataSource connections, ChangeMetrics metrics) {
        super(connections, System::nanoTime);
        this.metrics = metrics;
    }

    @Override
    Look look(Optional<String> previous) throws SQLException {
        try {
            var look = super.look(previous);
            metrics.looked(
                    Duration.ofNanos(System.nanoTime() - look.sentAt()),
                    look.changes().size());
            return look;
        } catch (SQLException e) {
            metrics.failed();
            throw e;
        }
    }
}
