package org.stoa.benchmarks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often things have happened.
 *
 * @param times each of them
 */
record Count(Map<Thing, Double> times) {
    /** What is counted. */
    enum Kind {
        /** A statement that a database has run for the shop. */
        STATEMENT,
        /** A message that a clone has sent to another one. */
        MESSAGE,
        /** A session that a clone has begun. */
        SESSION,
        /** A write to the sessions that the clones share. */
        SESSION_WRITE
    }

    /**
     * One of them.
     *
     * @param what it is, e.g. the statement's text
     */
    record Thing(Kind kind, String what) {}

    /** What has happened since another count. */
    Count since(Count before) {
        return less(before, 1);
    }

    /** What has happened more often than so many times what happened in the other count. */
    Count less(Count other, double factor) {
        var left = new HashMap<>(times);
        other.times.forEach((thing, number) -> left.merge(thing, -factor * number, Double::sum));
        return new Count(left);
    }

    double of(Kind kind) {
        return times.entrySet().stream()
                .filter(time -> time.getKey().kind() == kind)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** What happened most often of a kind, for people. */
    List<String> most(Kind kind, int number, double each) {
        return times.entrySet().stream()
                .filter(time -> time.getKey().kind() == kind && time.getValue() / each >= 0.05)
                .sorted(Comparator.comparing(time -> -time.getValue()))
                .limit(number)
                .map(time -> String.format(
                        Locale.ROOT,
                        "%8.2f %s",
                        time.getValue() / each,
                        time.getKey().what().replaceAll("\\s+", " ")))
                .toList();
    }
}
