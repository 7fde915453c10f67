package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.stoa.data.AfterCommit;

/**
 * Rings for jobs that were just committed, in a thread of its own: who submits one does not wait for the broker. Under a flood of them
 * it rings no more often than workers can come; they take one job after the other without a bell. A clone that dies loses bells only.
 */
@ApplicationScoped
class JobRinger {
    /** Between two rounds, in each of which a queue is rung for as often as it has workers on a clone. */
    static final Duration REST = Duration.ofMillis(10);

    /** For each queue; the sweep finds what is beyond. */
    private static final int MOST_WANTED = 32;

    private final Semaphore wanted = new Semaphore(0);
    private final Map<JobQueue, AtomicInteger> times = new EnumMap<>(JobQueue.class);

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private JobBell bell;

    JobRinger() {
        Stream.of(JobQueue.values()).forEach(queue -> times.put(queue, new AtomicInteger()));
    }

    /** Has the workers of a queue called once the caller's transaction is committed. */
    void ringAfterCommit(JobQueue queue) {
        afterCommit.execute(() -> ring(queue));
    }

    private void ring(JobQueue queue) {
        if (times.get(queue).getAndUpdate(n -> Math.min(n + 1, MOST_WANTED)) == 0) {
            wanted.release();
        }
    }

    /** Waits until somebody is to be called, for so long, and rings. */
    void ringNext(Duration patience) throws InterruptedException {
        if (wanted.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            wanted.drainPermits();
            times.forEach(this::ringSome);
        }
    }

    private void ringSome(JobQueue queue, AtomicInteger left) {
        int now = Math.min(left.get(), queue.workers());
        if (left.addAndGet(-now) > 0) {
            wanted.release();
        }
        for (int i = 0; i < now; i++) {
            bell.ring(queue);
        }
    }
}
