package org.stoa.system.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stoa.system.faults.Ages;

/** What is to be said of a history. */
final class Verdict {
    private static final int MOST_TOLD = 20;

    private final Map<Violation.Kind, Integer> counts = new EnumMap<>(Violation.Kind.class);
    private final List<Violation> first = new ArrayList<>();

    /** By how much those without a stamp were behind that missed anything: in quiet times, and in and after faults. */
    private final Ages quiet = new Ages();

    private final Ages inFaults = new Ages();
    private int reads;
    private int degraded;
    private int stamped;

    void violated(Violation.Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        if (first.size() < MOST_TOLD) {
            first.add(new Violation(kind, what));
        }
    }

    void read(Read read) {
        reads++;
        if (read.degraded()) {
            degraded++;
        }
        if (read.stamp() != null) {
            stamped++;
        }
    }

    void behind(long nanos, boolean inFault) {
        (inFault ? inFaults : quiet).add(nanos);
    }

    boolean clean() {
        return counts.isEmpty();
    }

    /** How often each promise was broken that was. */
    Map<Violation.Kind, Integer> counts() {
        return counts;
    }

    /** The first of what must not be, for people. */
    List<Violation> first() {
        return first;
    }

    int reads() {
        return reads;
    }

    int degraded() {
        return degraded;
    }

    int stamped() {
        return stamped;
    }

    Ages quiet() {
        return quiet;
    }

    Ages inFaults() {
        return inFaults;
    }
}
