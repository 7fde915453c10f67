package org.stoa.system.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was wanted, what the database says became of it, and what broke meanwhile. Clocks are those of one machine. */
final class History {
    private final List<Submitted> submitted = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Applied> ledger = new ArrayList<>();
    private final List<Outside> outside = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<Ended> endings = new ArrayList<>();
    private final List<Cancelled> cancelled = new ArrayList<>();
    private final List<String> ticks = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** A job whose submission was committed. */
    record Submitted(UUID job, Kind kind, int steps) {}

    /**
     * A job as it is found in the end.
     *
     * @param key null for none
     */
    record Job(UUID id, String type, String state, String key) {}

    /** A step that took effect. */
    record Applied(UUID job, int step, String node) {}

    /** An effect outside of the database. */
    record Outside(UUID job, String node, Instant at) {}

    /** A batch that was opened, and what its end must be told. */
    record Batch(String name, long jobs, long failed) {}

    /** What the end of a batch was told. */
    record Ended(UUID job, String batch, long jobs, long failed) {}

    /**
     * Somebody took a job back.
     *
     * @param acknowledged whether he was told so
     * @param steps how many steps had taken effect when he had been told
     */
    record Cancelled(UUID job, boolean acknowledged, long steps) {}

    /** An attempt that nobody ended. */
    record Lost(UUID job, String node, Instant began, Instant ended) {}

    /**
     * Something was broken.
     *
     * @param node the clone that was, or empty
     * @param began when it was about to be broken
     * @param struck when it was broken
     * @param ended when all clones were ready again
     */
    record Fault(String kind, String node, Instant began, Instant struck, Instant ended) {}

    void add(Submitted one) {
        submitted.add(one);
    }

    void add(Job one) {
        jobs.add(one);
    }

    void add(Applied one) {
        ledger.add(one);
    }

    void add(Outside one) {
        outside.add(one);
    }

    void add(Batch one) {
        batches.add(one);
    }

    void add(Ended one) {
        endings.add(one);
    }

    /** Those who take jobs back do so while others look. */
    synchronized void add(Cancelled one) {
        cancelled.add(one);
    }

    /** A time of the schedule that has come, by the key of its job. */
    synchronized void addTick(String key) {
        ticks.add(key);
    }

    void add(Lost one) {
        lost.add(one);
    }

    void add(Fault one) {
        faults.add(one);
    }

    List<Submitted> submitted() {
        return submitted;
    }

    List<Job> jobs() {
        return jobs;
    }

    List<Applied> ledger() {
        return ledger;
    }

    List<Outside> outside() {
        return outside;
    }

    List<Batch> batches() {
        return batches;
    }

    List<Ended> endings() {
        return endings;
    }

    synchronized List<Cancelled> cancelled() {
        return List.copyOf(cancelled);
    }

    synchronized List<String> ticks() {
        return List.copyOf(ticks);
    }

    List<Lost> lost() {
        return lost;
    }

    List<Fault> faults() {
        return faults;
    }
}
