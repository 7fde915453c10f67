package org.stoa.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * How long something took, many times, or how often it went.
 *
 * @param sorted of one unit
 */
record Times(double[] sorted) {
    static Times of(Collection<Double> times) {
        return of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Times of(double... times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    /** So many percent are at most that. */
    double percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    double median() {
        return percentile(50);
    }

    /** The median, and between what the middle half lies. */
    String spread(String unit) {
        return String.format(
                Locale.ROOT, "%.2f %s (half in %.2f to %.2f)", median(), unit, percentile(25), percentile(75));
    }

    /** How many milliseconds something takes. */
    static <E extends Exception> double milliseconds(Work<E> work) throws E {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** What is timed. */
    interface Work<E extends Exception> {
        /** Does it once. */
        void run() throws E;
    }
}
