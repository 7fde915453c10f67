package org.stoa.system.faults;

import java.time.Duration;
import java.util.Arrays;

/** How old something was, many times. */
public final class Ages {
    private long[] nanos = new long[1024];
    private int count;
    private boolean sorted;

    public void add(long age) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = age;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /** The age that a share of all does not exceed; zero if there are none. */
    public Duration quantile(double share) {
        if (count == 0) {
            return Duration.ZERO;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return Duration.ofNanos(nanos[(int) Math.min(count - 1L, (long) Math.floor(share * count))]);
    }

    public Duration greatest() {
        return quantile(1);
    }

    @Override
    public String toString() {
        return "p50 %s, p99 %s, max %s of %,d".formatted(millis(0.5), millis(0.99), millis(1), count);
    }

    private String millis(double share) {
        return "%.1f ms".formatted(quantile(share).toNanos() / 1e6);
    }
}
