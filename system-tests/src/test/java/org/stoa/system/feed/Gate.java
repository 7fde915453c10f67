package org.stoa.system.feed;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Through which every write goes, and which can be shut: then none is under way. */
final class Gate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Writes; waits while the gate is shut. */
    <T> T through(Supplier<T> write) {
        lock.readLock().lock();
        try {
            return write.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Shuts the gate for as long as something lasts; waits first for those that write. */
    void shut(Runnable quietly) {
        lock.writeLock().lock();
        try {
            quietly.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
