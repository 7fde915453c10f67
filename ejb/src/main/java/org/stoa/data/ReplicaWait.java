package org.stoa.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Waits a little for replicas that are a little behind, and leaves those out that are far behind. */
@ApplicationScoped
class ReplicaWait {
    /** Longer than a replica in the same place needs; shorter than anybody minds. */
    static final Duration LONGEST = Duration.ofMillis(150);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);

    @Inject
    private ChangeFeed feed;

    /** Whether to ask it at all: one that is far behind only has what did not change. */
    boolean isWorthIt(DatabaseServer server, Freshness needed) {
        return !needed.tags().isEmpty() || server.lag().compareTo(Follower.TRUST) < 0;
    }

    /**
     * Waits until what is read on this connection contains what is needed.
     *
     * @param patience how long at most; nothing to ask but once
     * @return whether it does now; false as soon as it will not within the time
     */
    boolean until(DatabaseServer server, Connection connection, Freshness needed, Duration patience)
            throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long pause = FIRST_PAUSE.toMillis(); ; pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis())) {
            var position = ReplicaPosition.of(connection);
            if (needed.isMetBy(position.flatMap(at -> at.reached(needed.known())), feed::isTrusted, System::nanoTime)) {
                return true;
            }
            observe(server, position.orElse(null), needed.known());
            if (position.isEmpty() || server.lag().compareTo(LONGEST) > 0 || System.nanoTime() >= deadline) {
                return false;
            }
            sleep(pause);
        }
    }

    private static void sleep(long millis) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a replica", e);
        }
    }

    /** Asks a replica how far it is behind, so that it is left out or taken back. */
    void observe(DatabaseServer server) {
        var known = feed.trusted();
        if (known.isEmpty()) {
            return;
        }
        try (var connection = server.connect()) {
            observe(server, ReplicaPosition.of(connection).orElse(null), known.get());
        } catch (SQLException e) {
            server.failed();
        }
    }

    private static void observe(DatabaseServer server, ReplicaPosition position, Following known) {
        server.lags(position == null ? Follower.AGES : position.behind(known));
    }
}
