package org.stoa.system.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.ServerFaults;

/** What breaks while jobs are done, one after the other: all kinds in turn, each round another clone. */
final class Blows {
    /** Longer than a lease: the others go on with what a clone has, and then it wakes up. */
    private static final Duration LONGER_THAN_LEASE = Duration.ofSeconds(12);

    /** So that the others have what a clone had before it is back. */
    private static final Duration AWAY = Duration.ofSeconds(6);

    private final Cluster cluster;
    private final ServerFaults faults;
    private final int clones;

    Blows(Cluster cluster) {
        this.cluster = cluster;
        this.faults = new ServerFaults(cluster);
        this.clones = cluster.status().clones().size();
    }

    /** Those that take a minute together. */
    List<Blow> few() {
        return List.of(killed(2), backendKilled(), frozen(1));
    }

    /**
     * So many.
     *
     * @param lines told what this machine does not allow
     */
    List<Blow> many(int number, Consumer<String> lines) {
        boolean cuts = cuts(lines);
        var blows = new ArrayList<Blow>();
        for (int round = 1; blows.size() < number; round++) {
            blows.addAll(round(round, cuts));
        }
        return blows.subList(0, number);
    }

    private List<Blow> round(int round, boolean cuts) {
        // Groups that a freeze has parted need a moment to find together: nobody who is killed just then would be let
        // in for minutes.
        var blows = new ArrayList<>(List.of(
                killed(round),
                backendKilled(),
                frozen(round + 1),
                backendKilled(),
                brokerKilled(round + 2),
                killed(round + 1),
                primaryKilled(),
                frozen(round),
                primaryKilled(),
                killed(round + 2),
                joins(round)));
        if (cuts) {
            blows.add(3, cut(round));
            blows.add(9, cut(round + 1));
        }
        return blows;
    }

    private boolean cuts(Consumer<String> lines) {
        try {
            cluster.cut(node(1));
            cluster.heal(node(1));
            return true;
        } catch (LaunchFailure e) {
            lines.accept("clones are not cut off: " + e.getMessage());
            return false;
        }
    }

    private Blow killed(int n) {
        return new Blow(faults.cloneKilled(node(n), AWAY), node(n));
    }

    private Blow frozen(int n) {
        return new Blow(faults.cloneFrozen(node(n), LONGER_THAN_LEASE), node(n));
    }

    private Blow cut(int n) {
        return new Blow(faults.cloneCut(node(n), LONGER_THAN_LEASE), node(n));
    }

    private Blow brokerKilled(int n) {
        return new Blow(faults.brokerKilled(node(n), AWAY), node(n));
    }

    private Blow joins(int n) {
        return new Blow(faults.cloneJoins(node(n)), node(n));
    }

    private Blow backendKilled() {
        return new Blow(faults.backendKilled(), "");
    }

    private Blow primaryKilled() {
        return new Blow(faults.primaryKilled(), "");
    }

    private String node(int n) {
        return "node-" + ((n - 1) % clones + 1);
    }
}
