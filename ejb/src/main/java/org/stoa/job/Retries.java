package org.stoa.job;

import java.time.Duration;
import java.util.Optional;

/**
 * When a job whose attempt failed is tried again.
 *
 * @param most so many attempts in a row without a committed step, and the job is dead; 1 to 100
 * @param first how long after the first of them, at most; more than nothing
 * @param longest how long at most; {@code first} or longer
 */
public record Retries(int most, Duration first, Duration longest) {
    /** Eight attempts, a second to a minute apart. */
    public static final Retries USUAL = new Retries(8, Duration.ofSeconds(1), Duration.ofSeconds(60));

    private static final int MOST = 100;
    private static final int MOST_DOUBLINGS = 30;

    public Retries {
        boolean growing = !first.isNegative() && !first.isZero() && longest.compareTo(first) >= 0;
        if (most < 1 || most > MOST || !growing) {
            throw new IllegalArgumentException(most + " attempts, " + first + " to " + longest + " apart");
        }
    }

    /**
     * How long to wait: doubled with each attempt, up to the longest; empty if there is to be no other attempt.
     *
     * @param attempts attempts so far, from 1
     * @param chance 0 to 1; jobs that failed together don't come back together, each waits at least half of its time
     */
    Optional<Duration> after(int attempts, double chance) {
        if (attempts >= most) {
            return Optional.empty();
        }
        var full = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        long millis = Math.min(full.toMillis(), longest.toMillis());
        return Optional.of(Duration.ofMillis(Math.round(millis * (0.5 + chance / 2))));
    }
}
