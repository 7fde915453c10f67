package org.stoa.web.cart;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stoa.Refusal;

/**
 * Lets the requests of one session change it one after the other. The balancer sends them all to one clone, and there they
 * share the session, but nothing of the server keeps a read and a write of it together.
 */
@ApplicationScoped
public class SessionLocks {
    /** Sessions that fall on the same lock wait for each other without need; so many that this is rare. */
    private static final int LOCKS = 1024;

    private static final int PATIENCE_SECONDS = 10;

    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /** Does something while no other request of that session does; refuses (unavailable) who would wait for too long. */
    <T> T holding(String sessionId, Supplier<T> work) {
        var lock = locks.get(Math.floorMod(sessionId.hashCode(), LOCKS));
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static Refusal busy() {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE, "Your cart is being changed by another request. Please try again.");
    }
}
