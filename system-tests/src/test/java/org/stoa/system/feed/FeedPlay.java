package org.stoa.system.feed;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.Ages;
import org.stoa.system.faults.Garden;
import org.stoa.system.faults.Nemesis;
import org.stoa.system.faults.Processes;
import org.stoa.system.faults.Workload;

/**
 * Plays on a running shop: people write and read, things break, and what was seen is judged. The prices of some products are
 * what is written; they are put back when the play is closed.
 */
public final class FeedPlay implements AutoCloseable {
    private static final int REGISTERS = 16;

    /** How old what anybody is shown may be. */
    private static final Duration PROMISE = Duration.ofSeconds(1);

    /** On a machine that is busy with other tests, clocks and threads are late. */
    private static final Duration QUICK_ALLOWANCE = Duration.ofSeconds(3);

    private static final Duration QUICK_PACE = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Prices prices;
    private final Consumer<String> lines;

    /**
     * @param cluster runs, with at least two clones and a replica, and nothing is broken
     * @param lines told what is done
     */
    public FeedPlay(Cluster cluster, Consumer<String> lines) throws SQLException {
        this.cluster = cluster;
        this.lines = lines;
        this.prices = new Prices(cluster, REGISTERS);
    }

    /** An empty history on this shop, of which every clone shows the beginning. */
    Stage begin() throws SQLException {
        var stage = new Stage(cluster, prices.registers());
        new Faults(stage, scratch(), lines).awaitService();
        prices.begin(stage.history());
        for (var place : stage.clones()) {
            Processes.await(place.name() + " shows the beginning", LIMIT, () -> showsBeginning(place));
        }
        return stage;
    }

    private boolean showsBeginning(Place place) throws SQLException, IOException {
        // In a stage of its own: what is seen meanwhile belongs to no history.
        var stage = new Stage(cluster, prices.registers());
        try (var line = new Line(place.address(), LIMIT)) {
            var answer = line.ask(Request.get(stage.path(scratch(), View.LIST)));
            var shown = Shown.in(answer, View.LIST);
            return shown.size() == REGISTERS && shown.stream().allMatch(it -> it.value() == Register.FIRST);
        }
    }

    /** Never written by a workload. */
    private Register scratch() {
        return prices.registers().get(REGISTERS - 1);
    }

    /**
     * Everybody writes and reads while something breaks, one thing after the other.
     *
     * @param pace how long each rests between two of his acts
     */
    void run(Stage stage, Duration pace, Iterable<Nemesis> nemeses) {
        try (var workload = new Workload()) {
            start(stage, pace, workload);
            var faults = new Faults(stage, scratch(), lines);
            nemeses.forEach(faults::run);
        }
    }

    private static void start(Stage stage, Duration pace, Workload workload) {
        var all = stage.registers();
        var published = new AtomicReference<Stamp>();
        var slow = pace.multipliedBy(5);
        for (int n = 0; n < 3; n++) {
            workload.start("writer " + n, slow, new Writer(stage, all.subList(3 * n, 3 * n + 3), published));
            workload.start("counter " + n, slow, new Counter(stage, all.get(9 + n % 2)));
        }
        workload.start("sql", slow, new SqlWriter(stage, all.get(11)));
        workload.start("told", pace, Passer.told(stage, published));
        stage.places().forEach(place -> workload.start("reader " + place.name(), pace, Passer.anonymous(stage, place)));
    }

    /** The quick form: each kind of fault that two clones and a replica can have in a minute, once. */
    public Seen quickly() throws SQLException {
        var stage = begin();
        var nemeses = new Nemeses(stage);
        run(
                stage,
                QUICK_PACE,
                List.of(
                        nemeses.lag(Duration.ofMillis(200)),
                        nemeses.cloneFrozen("node-2"),
                        nemeses.replayPaused("replica-1"),
                        nemeses.backendKilled(),
                        nemeses.replicaKilled("replica-1"),
                        nemeses.primaryRestarted(),
                        nemeses.cloneKilledBeforeLook("node-1")));
        return Seen.of(stage.history(), new Verifier(stage.history(), QUICK_ALLOWANCE).judge());
    }

    /** What is to be said of what happened on a stage. */
    Verdict verdict(Stage stage) {
        return new Verifier(stage.history(), PROMISE).judge();
    }

    /** How old what others see is, at rest. */
    Ages ages(int writes) throws Exception {
        var stage = begin();
        return new AgeProbe(stage, prices.registers().get(0)).measure(writes);
    }

    /**
     * Plants a bug and plays the smallest play by which it is found.
     *
     * @param bug the name of a {@link Plant}
     * @return whether the promise that it breaks was seen broken
     */
    public boolean finds(String bug) throws Exception {
        var plant = Plant.valueOf(bug);
        var verdict = planted(plant);
        lines.accept(bug + ": " + verdict.counts());
        return verdict.counts().containsKey(plant.broken());
    }

    /** What is to be said of a trial whose bug is planted. */
    Verdict planted(Plant plant) throws Exception {
        return play(plant, true);
    }

    /** What is to be said of a trial as the shop is. */
    Verdict unplanted(Plant plant) throws Exception {
        return play(plant, false);
    }

    private Verdict play(Plant plant, boolean planted) throws Exception {
        lines.accept(plant + (planted ? " planted" : " not planted"));
        var stage = begin();
        var garden = new Garden(cluster);
        try (var script = new Script(stage, prices.registers().get(0))) {
            var trial = new Trials(stage, script).of(plant);
            // What a clone keeps from the plays before is none of this one's.
            script.read(trial.where(), null);
            if (planted) {
                garden.plant(trial.where().name(), plant.cuts());
            }
            try {
                trial.play().run();
            } finally {
                garden.weed(trial.where().name());
            }
        }
        new Faults(stage, scratch(), lines).awaitService();
        lines.accept(stage.tally().toString());
        return verdict(stage);
    }

    @Override
    public void close() throws SQLException {
        prices.close();
    }
}
