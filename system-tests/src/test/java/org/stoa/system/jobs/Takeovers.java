package org.stoa.system.jobs;

import java.time.Duration;
import java.util.List;
import org.stoa.system.faults.Ages;
import org.stoa.system.jobs.History.Fault;
import org.stoa.system.jobs.History.Lost;

/** How long after a clone was killed others had the jobs that it was at. */
final class Takeovers {
    private static final String KILLED = "clone killed";

    private Takeovers() {}

    /** Of all clones that were killed. */
    static Ages of(History history) {
        var ages = new Ages();
        history.faults().stream().filter(fault -> fault.kind().equals(KILLED)).forEach(fault -> after(
                        fault, history.lost())
                .forEach(taken ->
                        ages.add(Duration.between(fault.began(), taken.ended()).toNanos())));
        return ages;
    }

    /** The attempts that a fault ended. */
    private static List<Lost> after(Fault fault, List<Lost> lost) {
        return lost.stream()
                .filter(attempt -> attempt.node().equals(fault.node()))
                .filter(attempt -> attempt.began().isBefore(fault.struck())
                        && attempt.ended().isAfter(fault.began()))
                .toList();
    }
}
