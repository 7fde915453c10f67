package org.stoa.system.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.Nemesis;

/** One fault after the other, all kinds in turn, for a time and until there were enough. */
final class Schedule implements Iterable<Nemesis> {
    private final Stage stage;
    private final Nemeses nemeses;
    private final Duration time;
    private final int faults;

    private final boolean cuts;

    /**
     * @param time at least
     * @param faults at least; a slow machine takes longer for them
     * @param lines told what this machine does not allow
     */
    Schedule(Stage stage, Duration time, int faults, Consumer<String> lines) {
        this.stage = stage;
        this.nemeses = new Nemeses(stage);
        this.time = time;
        this.faults = faults;
        this.cuts = cuts(lines);
    }

    private boolean cuts(Consumer<String> lines) {
        var node = stage.clones().get(0).name();
        try {
            stage.cluster().cut(node);
            stage.cluster().heal(node);
            return true;
        } catch (LaunchFailure e) {
            lines.accept("clones are not cut off: " + e.getMessage());
            return false;
        }
    }

    @Override
    public Iterator<Nemesis> iterator() {
        long end = System.nanoTime() + time.toNanos();
        return new Iterator<>() {
            private int round;
            private int turn;
            private int begun;
            private List<Nemesis> present = round(0);

            @Override
            public boolean hasNext() {
                return begun < faults || System.nanoTime() < end;
            }

            @Override
            public Nemesis next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (turn == present.size()) {
                    turn = 0;
                    present = round(++round);
                }
                begun++;
                return present.get(turn++);
            }
        };
    }

    /** Each round breaks another clone and another replica. */
    private List<Nemesis> round(int round) {
        var node = "node-" + (round % stage.clones().size() + 1);
        var next = "node-" + ((round + 1) % stage.clones().size() + 1);
        var replica = "replica-" + (round % stage.replicas() + 1);
        var all = new ArrayList<>(List.of(
                nemeses.lag(Duration.ofMillis(200)),
                nemeses.cloneFrozen(node),
                nemeses.replayPaused(replica),
                nemeses.backendKilled(),
                nemeses.lag(Duration.ofSeconds(2)),
                nemeses.cloneFrozen(next),
                nemeses.replicaKilled(replica),
                nemeses.primaryRestarted(),
                nemeses.backendKilled(),
                round % 2 == 0 ? nemeses.primaryPromoted() : nemeses.primaryRestored(),
                round % 2 == 0 ? nemeses.cloneKilledBeforeLook(node) : nemeses.cloneJoins(next)));
        if (cuts) {
            all.add(2, nemeses.cloneCut(node));
            all.add(6, nemeses.cloneCut(next));
        }
        return all;
    }
}
