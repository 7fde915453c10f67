package org.stoa.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Progress;
import org.stoa.cluster.process.StartWatch;

/**
 * Who may start something, and when: one command at a time, and nobody while the cluster is being ended.
 */
final class StartGate {
    private final StateDirectory state;
    private final Object launching = new Object();
    private final AtomicInteger endings = new AtomicInteger();
    private volatile boolean closed;

    StartGate(StateDirectory state) {
        this.state = state;
    }

    /** Does something that starts members, while no other command does. */
    void exclusively(Runnable action) {
        refuseIfEnding();
        state.create();
        try (var lock = StartLock.take(state.lock())) {
            lock.run(action);
        }
    }

    /** Starts something and, if that fails, clears up. */
    static void orClear(Runnable startup, Runnable clearing) {
        try {
            startup.run();
        } catch (RuntimeException | Error e) {
            try {
                clearing.run();
            } catch (RuntimeException | Error alsoFailed) {
                // What went wrong first says more than what then went wrong in clearing up.
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private void refuseIfEnding() {
        if (closed || endings.get() > 0) {
            throw new LaunchFailure("the cluster is being ended");
        }
    }

    /** Starts members as long as the cluster is not being ended. */
    StartWatch watch(Progress progress) {
        return new StartWatch(progress, launch -> {
            // One at a time, so that who ends the cluster knows that nothing is started behind his back.
            synchronized (launching) {
                refuseIfEnding();
                launch.run();
            }
        });
    }

    /** Ends all that runs; false if nothing did. */
    boolean end(Progress progress) {
        endings.incrementAndGet();
        try {
            synchronized (launching) {
                // Whoever was just launching has finished; the next one is refused.
            }
            return new Shutdown(state, progress).run();
        } finally {
            endings.decrementAndGet();
        }
    }

    /** From now on nothing is started any more. */
    void close() {
        closed = true;
    }
}
