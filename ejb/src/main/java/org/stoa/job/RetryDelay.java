package org.stoa.job;

import java.time.Duration;
import java.util.Optional;

/** When a job whose attempt failed is tried again. */
final class RetryDelay {
    /** After so many attempts in a row without a committed step a job is dead. */
    static final int MOST_ATTEMPTS = 8;

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    private RetryDelay() {}

    /**
     * How long to wait: doubled with each attempt, up to {@link #LONGEST}; empty if there is to be no other attempt.
     *
     * @param attempts attempts so far, from 1
     * @param chance 0 to 1; jobs that failed together don't come back together, each waits at least half of its time
     */
    static Optional<Duration> after(int attempts, double chance) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        long full = Math.min(FIRST.toMillis() << (attempts - 1), LONGEST.toMillis());
        return Optional.of(Duration.ofMillis(Math.round(full * (0.5 + chance / 2))));
    }
}
