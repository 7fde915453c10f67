package org.stoa.system.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be said of a history. */
final class Verdict {
    private static final int MOST_TOLD = 20;

    private final Map<Violation.Kind, Integer> counts = new EnumMap<>(Violation.Kind.class);
    private final List<Violation> first = new ArrayList<>();
    private final Map<String, Integer> doubled = new TreeMap<>();

    void violated(Violation.Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        if (first.size() < MOST_TOLD) {
            first.add(new Violation(kind, what));
        }
    }

    /** An effect outside came twice because of a fault: that is promised to nobody. */
    void doubled(String fault) {
        doubled.merge(fault, 1, Integer::sum);
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

    /** How many effects outside came once too often, by the fault that explains it. */
    Map<String, Integer> doubled() {
        return doubled;
    }
}
