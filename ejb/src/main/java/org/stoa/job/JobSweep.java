package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds jobs that nobody was told of, that were left alone, or whose time has come, on every clone alike; only the watch calls
 * it.
 */
@ApplicationScoped
class JobSweep {
    /** So many sweeps in a row nobody has come, though the bell was rung: then workers go without it. */
    private static final int MOST_UNHEARD = 3;

    private static final Logger LOG = Logger.getLogger(JobSweep.class.getName());

    private final Map<JobQueue, Integer> unheard = new EnumMap<>(JobQueue.class);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private JobRows rows;

    @Inject
    private JobWorks works;

    @Inject
    private JobWorkers workers;

    @Inject
    private JobBell bell;

    @Inject
    private LostClones lost;

    @Inject
    private BatchRows batches;

    @Inject
    private ScheduleSweep schedules;

    /**
     * Rings for as many jobs that are due as there are free workers. What one part can't do keeps no other from it: the first
     * failure is thrown at the end.
     */
    void sweep() throws SQLException {
        var failures = new Failures();
        var someAreLost = new AtomicBoolean();
        failures.attempt(() -> someAreLost.set(takeFromLost()));
        failures.attempt(rows::wake);
        failures.attempt(rows::buryWornOut);
        failures.attempt(() -> endBatches(failures));
        failures.attempt(() -> schedules.sweep(failures));
        failures.attempt(() -> ring(someAreLost.get()));
        failures.throwFirst();
    }

    private void endBatches(Failures failures) throws SQLException {
        for (var batch : batches.over()) {
            failures.attempt(() -> batches.end(batch));
        }
    }

    private void ring(boolean someAreLost) throws SQLException {
        var due = rows.countDue(works.known(), mostWorkers());
        for (var queue : JobQueue.values()) {
            int free = workers.free(queue);
            int wanted = Math.min(due.getOrDefault(queue, 0), free);
            if (someAreLost) {
                // The broker may still send bells to who is not there any more.
                start(queue, wanted);
            } else {
                call(queue, wanted, free == queue.workers());
            }
        }
    }

    /** Whether some clones were lost a moment ago. */
    private boolean takeFromLost() throws SQLException {
        var gone = lost.gone();
        if (!gone.isEmpty()) {
            rows.endLeases(gone);
        }
        return !gone.isEmpty();
    }

    private void call(JobQueue queue, int wanted, boolean allFree) {
        int times = wanted > 0 && allFree ? unheard.merge(queue, 1, Integer::sum) : 0;
        unheard.put(queue, times);
        for (int i = 0; i < wanted; i++) {
            if (times > MOST_UNHEARD || !bell.ring(queue)) {
                start(queue, 1);
            }
        }
    }

    /** Without the broker. */
    private void start(JobQueue queue, int wanted) {
        try {
            for (int i = 0; i < wanted; i++) {
                executor.execute(() -> workers.answer(queue));
            }
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "This clone drains, or is busy: another one does what is to be done.", e);
        }
    }

    private static int mostWorkers() {
        int most = 0;
        for (var queue : JobQueue.values()) {
            most = Math.max(most, queue.workers());
        }
        return most;
    }
}
