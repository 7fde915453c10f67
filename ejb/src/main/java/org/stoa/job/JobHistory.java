package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.stoa.data.PrimaryStatements;

/** Where finished jobs go, so that the table of jobs stays small. Each method is one statement and one transaction. */
@ApplicationScoped
class JobHistory {
    /** How long jobs that are done or were cancelled stay among the others. */
    static final Duration OVER_FOR = Duration.ofMinutes(1);

    /** How long dead jobs wait for a person. */
    static final Duration DEAD_FOR = Duration.ofDays(30);

    /** How long the history can be looked at, at least; a week at most is added. */
    static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private PrimaryStatements primary;

    /** Moves jobs there, up to twice that many; returns how many. */
    long move(int most) throws SQLException {
        return primary.run(connection -> {
            try (var move = connection.prepareStatement(
                    "select history.move_jobs(? * interval '1 ms', ? * interval '1 ms', ?)")) {
                move.setLong(1, OVER_FOR.toMillis());
                move.setLong(2, DEAD_FOR.toMillis());
                move.setInt(3, most);
                try (var row = move.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Makes the partitions that will be needed. */
    void makeAhead() throws SQLException {
        primary.run(connection -> {
            try (var make = connection.prepareStatement("select history.make_weeks()")) {
                return make.execute();
            }
        });
    }

    /** Drops what is too old. */
    void forget() throws SQLException {
        primary.run(connection -> {
            try (var drop = connection.prepareStatement("select history.drop_weeks(? * interval '1 ms')")) {
                drop.setLong(1, KEPT.toMillis());
                return drop.execute();
            }
        });
    }
}
