package org.stoa.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a replica has come, at the time when it was asked. What is read afterwards on the same connection is at least as new.
 * Never kept for another connection: a replica that was restarted may be behind where it was.
 *
 * @param generation the last that it has come past the beginning of
 * @param position how far it has replayed the primary's log, in bytes
 */
record ReplicaPosition(UUID generation, long position) {
    // In one statement: its snapshot, and with it the generation, is older than the position.
    private static final String QUESTION = """
            select (select id from generation), pg_last_wal_replay_lsn() - '0/0' where pg_is_in_recovery()
            """;

    /** Asks a server; none if it is no replica. */
    static Optional<ReplicaPosition> of(Connection connection) throws SQLException {
        try (var question = connection.prepareStatement(QUESTION);
                var row = question.executeQuery()) {
            return row.next()
                    ? Optional.of(new ReplicaPosition(row.getObject(1, UUID.class), row.getLong(2)))
                    : Optional.empty();
        }
    }

    /** The latest look that it has reached; none if it is of another generation or behind all that are known. */
    Optional<Following.Point> reached(Following known) {
        return isOf(known) ? known.reachedAt(position) : Optional.empty();
    }

    /** For how long it has not reached the first look that it has not reached, or ages where it is of another generation. */
    Duration behind(Following known) {
        return isOf(known) ? known.behind(position) : Follower.AGES;
    }

    private boolean isOf(Following known) {
        return known.generation().equals(generation);
    }
}
