package org.stoa.cluster;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.stoa.cluster.MemberName.Kind;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.Progress;
import org.stoa.cluster.process.Signal;

/**
 * Ends all that runs of a cluster: the clones first, because they use the others, the primary last.
 *
 * @param state whose processes
 * @param progress told what was ended
 */
record Shutdown(StateDirectory state, Progress progress) {
    /** Long enough for a clone to leave its cluster; it holds nothing that would be worth a longer wait. */
    private static final Duration SERVERS = Duration.ofSeconds(3);

    private static final Duration REPLICAS = Duration.ofSeconds(5);
    private static final Duration PRIMARY = Duration.ofSeconds(20);

    /** How long another command may take to notice that what it started is gone. */
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /**
     * Ends all, also what another command is just starting; false if nothing ran.
     *
     * @throws LaunchFailure if something can't be ended, or another command doesn't stop starting things
     */
    boolean run() {
        var ran = end();
        if (!Files.exists(state.path())) {
            // Nobody can be starting anything, and a directory is not made in order to lock it.
            requireSilence();
            return ran;
        }
        var giveUp = System.nanoTime() + LOCK_LIMIT.toNanos();
        var lock = StartLock.tryTake(state.lock());
        while (lock.isEmpty()) {
            if (System.nanoTime() - giveUp >= 0) {
                throw new LaunchFailure("another ./stoa command has been starting or ending something here for "
                        + LOCK_LIMIT.toSeconds() + " s and does not give up: end it, then ./stoa down");
            }
            // Whoever starts something fails once it is gone; until he does, he may have started more.
            Poll.sleep(LOOK_AGAIN);
            ran |= end();
            lock = StartLock.tryTake(state.lock());
        }
        try (var held = lock.get()) {
            held.run(this::runLocked);
        }
        return ran;
    }

    /** Ends all. For who holds the {@link StartLock}, so that nothing can be started meanwhile. */
    void runLocked() {
        end();
        requireSilence();
        state.healAll();
    }

    private void requireSilence() {
        var left = state.running();
        if (!left.isEmpty()) {
            throw new LaunchFailure("still running: " + names(left));
        }
    }

    private boolean end() {
        var ran = end(Signal.TERM, SERVERS, Set.of(Kind.NODE));
        ran |= end(Signal.TERM, SERVERS, Set.of(Kind.BALANCER, Kind.MAIL));
        ran |= end(Signal.INT, REPLICAS, Set.of(Kind.REPLICA));
        ran |= end(Signal.INT, PRIMARY, Set.of(Kind.PRIMARY));
        return ran;
    }

    private boolean end(Signal farewell, Duration limit, Set<Kind> kinds) {
        var processes = state.running(kinds);
        if (processes.isEmpty()) {
            return false;
        }
        processes.forEach(MarkedProcess::resume);
        processes.forEach(process -> process.signal(farewell));
        Poll.until(limit, LOOK_AGAIN, () -> processes.stream().noneMatch(MarkedProcess::alive));
        processes.stream().filter(MarkedProcess::alive).forEach(MarkedProcess::kill);
        progress.step("stopped " + names(processes));
        return true;
    }

    private static String names(List<MarkedProcess> processes) {
        return String.join(", ", processes.stream().map(MarkedProcess::name).toList());
    }
}
