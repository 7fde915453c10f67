package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that this clone works on just now, each with the time when its present step began. */
@ApplicationScoped
class JobClaims {
    /**
     * A step that takes longer is stuck, and its lease is not renewed any more. The server has ended its transaction long
     * before that.
     */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    private final Map<JobClaim, Long> stepBegan = new ConcurrentHashMap<>();

    void stepBegins(JobClaim claim) {
        stepBegan.put(claim, System.nanoTime());
    }

    void ended(JobClaim claim) {
        stepBegan.remove(claim);
    }

    /** Those whose leases are to be renewed. */
    Collection<JobClaim> alive() {
        long now = System.nanoTime();
        return stepBegan.entrySet().stream()
                .filter(entry -> now - entry.getValue() < LONGEST_STEP.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }
}
