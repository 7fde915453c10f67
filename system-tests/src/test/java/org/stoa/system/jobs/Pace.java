package org.stoa.system.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many jobs there should be by now, so that they last as long as the faults do. */
final class Pace implements LongSupplier {
    /** How long a fault takes, mended and all. */
    private static final Duration FAULT = Duration.ofSeconds(18);

    private final long jobs;
    private final long faults;
    private long ended;
    private long since = System.nanoTime();

    Pace(long jobs, long faults) {
        this.jobs = jobs;
        this.faults = faults;
    }

    /** One fault less to come. */
    synchronized void faultEnded() {
        ended++;
        since = System.nanoTime();
    }

    @Override
    public synchronized long getAsLong() {
        double present = Math.min(1, (System.nanoTime() - since) / (double) FAULT.toNanos());
        return Math.min(jobs, Math.round(jobs * (ended + present) / faults));
    }
}
