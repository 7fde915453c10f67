package org.stoa.cluster.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that can only be asked for; always with a limit. */
public final class Poll {
    private Poll() {}

    /**
     * Asks until the answer is yes or the time is over.
     *
     * @param limit the longest wait
     * @param pause between two questions
     * @param condition the question; asked at least once
     * @return whether the answer was yes in time
     * @throws LaunchFailure if the thread is interrupted
     */
    public static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            sleep(pause);
        }
        return true;
    }

    /**
     * Waits for a while.
     *
     * @param pause how long
     * @throws LaunchFailure if the thread is interrupted
     */
    public static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while waiting", e);
        }
    }
}
