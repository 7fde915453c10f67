package org.stoa.system.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was done to a shop and what it showed. Written by many threads, and judged when they have ended. */
final class History {
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final Queue<Write> unstamped = new ConcurrentLinkedQueue<>();
    private final Queue<List<Read>> reads = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Restore> restores = new ArrayList<>();

    void add(Write write) {
        writes.add(write);
    }

    /** A write was acknowledged without a stamp. */
    void addUnstamped(Write write) {
        unstamped.add(write);
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    /** A place for what one thread reads. */
    List<Read> newReads() {
        var mine = new ArrayList<Read>();
        reads.add(mine);
        return mine;
    }

    synchronized void add(Restore restore) {
        restores.add(restore);
    }

    /** How often the database was restored until now. */
    synchronized int era() {
        return restores.size();
    }

    Collection<Write> writes() {
        return writes;
    }

    Collection<Write> unstamped() {
        return unstamped;
    }

    Collection<List<Read>> reads() {
        return reads;
    }

    Collection<Fault> faults() {
        return faults;
    }

    synchronized List<Restore> restores() {
        return List.copyOf(restores);
    }
}
