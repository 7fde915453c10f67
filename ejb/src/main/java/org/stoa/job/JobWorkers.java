package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.stoa.data.ChangeFeed;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Reader;

/** The workers of this clone, some for each queue. */
@ApplicationScoped
public class JobWorkers {
    /** After so long of short jobs in a row a worker waits for the bell, which a clone that drains does not hear. */
    private static final Duration IN_A_ROW = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(JobWorkers.class.getName());

    private final Map<JobQueue, Semaphore> free = new EnumMap<>(JobQueue.class);

    @Inject
    private JobRows rows;

    @Inject
    private JobWorks works;

    @Inject
    private JobAttempt attempt;

    @Inject
    private JobBell bell;

    @Inject
    private BatchRows batches;

    @Inject
    private ChangeFeed feed;

    public JobWorkers() {
        Stream.of(JobQueue.values()).forEach(queue -> free.put(queue, new Semaphore(queue.workers())));
    }

    /**
     * Answers the bell of a queue in the caller's thread, outside of a transaction: works on jobs that are due, for a while.
     * Does nothing if all workers of the queue are busy.
     */
    public void answer(JobQueue queue) {
        if (!free.get(queue).tryAcquire()) {
            return;
        }
        boolean more = false;
        try {
            more = work(queue);
        } catch (SQLException e) {
            told(e);
        } finally {
            free.get(queue).release();
        }
        if (more) {
            bell.ring(queue);
        }
    }

    /** Works until nothing is due any more, or for long enough; whether there may be more. */
    private boolean work(JobQueue queue) throws SQLException {
        long began = System.nanoTime();
        do {
            var claim = rows.claim(queue, works.known());
            if (claim.isEmpty()) {
                return false;
            }
            try (var reader = Reader.begin(List.of(), Optional.empty())) {
                // Whatever its submitter had written was committed before the job could be claimed.
                feed.lookFor(reader);
                attempt.work(claim.get());
            }
            if (claim.get().batch().isPresent()) {
                batches.end(claim.get().batch().get()).forEach(bell::ring);
            }
        } while (System.nanoTime() - began < IN_A_ROW.toNanos());
        return true;
    }

    /** How many workers of a queue have nothing to do. */
    int free(JobQueue queue) {
        return free.get(queue).availablePermits();
    }

    /** What a database that is away or busy keeps us from doing is done later; anything else is a bug. */
    private static void told(SQLException e) {
        if (DatabaseFailure.of(e) == DatabaseFailure.BUG) {
            throw new IllegalStateException("A statement about jobs failed", e);
        }
        LOG.log(Level.FINE, "Jobs wait for the database.", e);
    }
}
