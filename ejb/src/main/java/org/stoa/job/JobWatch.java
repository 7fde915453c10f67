package org.stoa.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Databases;

/**
 * Watches over the jobs, on every clone alike: renews the leases of those it works on, looks every second for those that
 * nobody was told of or that were left alone, moves finished ones to the history, and now and then tidies up. Threads, because a scheduled executor stops when a
 * clone drains, and what it still works on must keep its lease; one for each, so that none waits for another.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class JobWatch {
    private static final Logger LOG = Logger.getLogger(JobWatch.class.getName());

    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration MOVING = Duration.ofSeconds(10);
    private static final Duration TIDYING = Duration.ofHours(1);

    /** Clones that started together don't all ask at once; the first time is at most so much later. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 20;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Databases databases;

    @Inject
    private JobClaims claims;

    @Inject
    private JobRows rows;

    @Inject
    private JobWorks works;

    @Inject
    private JobSweep sweep;

    @Inject
    private JobHistory history;

    @Inject
    private BatchRows batches;

    private List<Thread> watches;
    private volatile boolean stopped;

    @FunctionalInterface
    private interface Task {
        void run() throws SQLException;
    }

    @PostConstruct
    void start() {
        watches = List.of(
                threads.newThread(() -> every(RENEWAL, this::renew)),
                threads.newThread(() -> every(SWEEP, sweep::sweep)),
                threads.newThread(() -> every(MOVING, this::move)),
                threads.newThread(() -> every(TIDYING, this::tidy)));
        watches.forEach(Thread::start);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        watches.forEach(Thread::interrupt);
    }

    private void renew() throws SQLException {
        var alive = claims.alive();
        if (!alive.isEmpty()) {
            rows.renew(alive);
        }
    }

    private void move() throws SQLException {
        history.makeAhead();
        long moved = BATCH;
        for (int i = 0; i < MOST_BATCHES && moved >= BATCH; i++) {
            moved = history.move(BATCH);
        }
    }

    private void tidy() throws SQLException {
        rows.buryUnknown(works.known());
        history.forget();
        batches.forget();
    }

    private void every(Duration interval, Task task) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(interval.toMillis(), SPREAD.toMillis())));
            while (!stopped) {
                tryTo(task);
                Thread.sleep(interval.toMillis());
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            Thread.currentThread().interrupt();
        }
    }

    private void tryTo(Task task) {
        if (databases.isDegraded()) {
            return;
        }
        try {
            task.run();
        } catch (Throwable e) {
            // Whatever went wrong, an error too: there is a next time.
            if (!stopped && DatabaseFailure.of(e) == DatabaseFailure.BUG) {
                LOG.log(Level.WARNING, "The watch over the jobs failed; it goes on: {0}", e.toString());
            }
        }
    }
}
