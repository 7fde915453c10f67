package org.stoa.web.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Lets the requests of one session have it one after the other, in the order in which they come. */
final class SessionTurns {
    /** Sessions that fall on the same turn wait for each other without need; so many that this is rare. */
    private static final int TURNS = 1024;

    /** Who waits holds a thread of the server, and there are 32; a browser sends a dozen at once at the most. */
    private static final int WAITING = 12;

    private final List<Semaphore> turns =
            Stream.generate(() -> new Semaphore(1, true)).limit(TURNS).toList();

    private final long patienceMillis;

    /**
     * @param patienceMillis how long a request waits for those before it, at most
     */
    SessionTurns(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /**
     * Waits until no other request has the session.
     *
     * @return the turn, to be ended on whichever thread; empty where too many wait or they take too long
     */
    Optional<Turn> next(String sessionId) {
        var turn = turns.get(Math.floorMod(sessionId.hashCode(), TURNS));
        if (turn.getQueueLength() >= WAITING) {
            return Optional.empty();
        }
        try {
            return turn.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)
                    ? Optional.of(new Turn(turn))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The right of one request to use a session. */
    static final class Turn {
        private final Semaphore held;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Turn(Semaphore held) {
            this.held = held;
        }

        /** Lets the next one. Does nothing when called again. */
        void end() {
            if (ended.compareAndSet(false, true)) {
                held.release();
            }
        }
    }
}
