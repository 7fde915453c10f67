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
import org.stoa.data.Databases;
import org.stoa.data.Rounds;

/**
 * Watches over the jobs, on every clone alike: renews the leases of those it works on, rings for new ones, looks every second for
 * those that nobody was told of or that were left alone, says that the clone is there, moves finished ones to the history, and now
 * and then tidies up. A thread for each, so that none waits for another; also while the clone drains, because what it still works on
 * must keep its lease.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class JobWatch {
    /** How often a clone says that it is there. */
    static final Duration BEAT = Duration.ofSeconds(5);

    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration MOVING = Duration.ofSeconds(10);
    private static final Duration TIDYING = Duration.ofHours(1);

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

    @Inject
    private JobRinger ringer;

    @Inject
    private JobSignals signals;

    @Inject
    private CloneRows clones;

    private List<Rounds> watches;

    @FunctionalInterface
    private interface Task {
        void run() throws SQLException, InterruptedException;
    }

    @PostConstruct
    void start() {
        watches = List.of(
                every("The renewal of leases", RENEWAL, this::renew),
                every("The sweep of the jobs", SWEEP, sweep::sweep),
                every("The sign of life of this clone", BEAT, () -> clones.beat(works.known())),
                every("The move of finished jobs", MOVING, this::move),
                every("The removal of what jobs have left", TIDYING, this::tidy),
                every("The bell of the jobs", JobRinger.REST, () -> ringer.ringNext(SWEEP)),
                every("The signals of the jobs", JobSignals.GAP, () -> signals.sendNext(SWEEP)));
    }

    private Rounds every(String what, Duration interval, Task task) {
        return Rounds.begin(threads, databases, what, interval, () -> {
            task.run();
            return interval;
        });
    }

    @PreDestroy
    void stop() {
        watches.forEach(Rounds::stop);
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
        clones.forget();
    }
}
