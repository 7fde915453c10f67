package org.stoa.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** People who use the shop at the same time, each with a thread and a pace of his own. */
public final class Workload implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean running = true;

    /** Lets somebody begin. */
    public void start(String name, Duration pace, Work work) {
        var thread = new Thread(
                () -> {
                    try (work) {
                        while (running) {
                            work.once();
                            LockSupport.parkNanos(pace.toNanos());
                        }
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    /** Ends it; fails if one of them has ended before with a failure. */
    @Override
    public void close() {
        running = false;
        try {
            for (var thread : threads) {
                thread.join(LIMIT.toMillis());
                if (thread.isAlive()) {
                    throw new IllegalStateException(thread.getName() + " does not end");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The workload has a bug", failure.get());
        }
    }
}
