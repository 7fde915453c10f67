package org.stoa.cluster.process;

import java.time.Duration;
import java.time.Instant;

/** A part of the cluster that is started, watched and stopped by itself: a clone, a database server, the balancer... */
public interface Member {
    /**
     * Its process.
     *
     * @return whether or not it runs
     */
    MarkedProcess process();

    /**
     * What it prints.
     *
     * @return its log
     */
    LogFile log();

    /**
     * Starts it without waiting until it is ready. It must not run.
     *
     * @param progress told of longer preparations
     */
    void launch(Progress progress);

    /**
     * Whether it does its work; asks for a few seconds at most.
     *
     * @return false also if it doesn't run
     */
    boolean ready();

    /** Does what helps it to become ready; called again and again while it is waited for, and only then. */
    default void help() {}

    /**
     * Whether it runs, but will never be ready.
     *
     * @return whether waiting is in vain
     */
    default boolean failed() {
        return false;
    }

    /**
     * What it does once it is ready, e.g. {@code accepting connections on 127.0.0.1:15432}.
     *
     * @return without its name
     */
    String work();

    /**
     * How long a start may take.
     *
     * @return a limit
     */
    Duration startLimit();

    /**
     * The signal that asks it to end in good order.
     *
     * @return the signal
     */
    default Signal farewell() {
        return Signal.TERM;
    }

    /**
     * How long ending in good order may take.
     *
     * @return a limit
     */
    default Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    /**
     * How it is.
     *
     * @return its state at this moment
     */
    default MemberState state() {
        if (!process().alive()) {
            return MemberState.STOPPED;
        }
        if (process().frozen()) {
            return MemberState.PAUSED;
        }
        if (ready()) {
            return MemberState.RUNNING;
        }
        var age = Duration.between(process().started(), Instant.now());
        return age.compareTo(startLimit()) < 0 ? MemberState.STARTING : MemberState.UNREADY;
    }

    /**
     * Ends it in good order, and by force if that takes too long.
     *
     * @param progress told how it ended
     */
    default void stop(Progress progress) {
        process().resume();
        process().signal(farewell());
        if (process().awaitEnd(stopLimit())) {
            progress.step(process().name() + ": stopped");
        } else {
            process().kill();
            progress.step(
                    process().name() + ": did not stop within " + stopLimit().toSeconds() + " s, killed");
        }
    }
}
