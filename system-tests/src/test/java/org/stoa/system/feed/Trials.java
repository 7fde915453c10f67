package org.stoa.system.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterStatus.ReplicaStatus;
import org.stoa.system.faults.Nemesis;
import org.stoa.system.faults.Processes;

/**
 * The smallest play for each bug by which the verifier finds it. All but the bug is right in it: clones write, replicas lag,
 * things break as they may.
 */
final class Trials {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Less than what is known may be used, so that replicas are still read from. */
    private static final Duration LAG = Duration.ofMillis(500);

    private static final int TIMES = 5;
    private static final int WAITING = 16;
    private static final int SOME = 8;

    /** Enough for a clone that was frozen to find its databases again. */
    private static final Duration WHILE = Duration.ofSeconds(5);

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1_500);

    private final Stage stage;
    private final Cluster cluster;
    private final Script script;
    private final Place one;
    private final Place other;

    Trials(Stage stage, Script script) {
        this.stage = stage;
        this.cluster = stage.cluster();
        this.script = script;
        this.one = stage.clones().get(0);
        this.other = stage.clones().get(1);
    }

    Trial of(Plant plant) {
        return switch (plant) {
            case STAMP_IGNORED -> new Trial(other, this::readsWithoutLook);
            case FRESHNESS_NOT_ASKED -> new Trial(other, () -> stampedReads(other));
            case DEPENDENCY_FORGOTTEN -> new Trial(other, this::forgotten);
            case LOOK_BEFORE_COMMIT -> new Trial(one, () -> stampedReads(one));
            case TRUST_LIMIT_OFF -> new Trial(other, this::frozen);
            case JOIN_WITHOUT_RESET -> new Trial(other, this::awayForLong);
            case GENERATION_IGNORED -> new Trial(other, this::crashed);
            case POSITION_KEPT -> new Trial(other, this::replicaRestarted);
            case OLD_REPLICA_USED -> new Trial(other, this::restored);
            case WRITE_FROM_REPLICA -> new Trial(one, this::counted);
            case AS_OF_AFTER_READ -> new Trial(other, this::changedWhileRead);
            case ABSENT_KEPT_FOR_EVER -> new Trial(other, this::absentForAWhile);
            case DEATH_AFTER_COMMIT -> throw new IllegalArgumentException(plant + " is no bug");
        };
    }

    private void stampedReads(Place reader) {
        cluster.lag(LAG);
        try {
            for (int n = 0; n < TIMES; n++) {
                var stamp = script.write(one).stamp();
                script.read(reader, stamp);
            }
        } finally {
            cluster.lag(Duration.ZERO);
        }
    }

    /** Somebody brings a stamp to a clone that knows of nothing newer than a moment ago, and can't look. */
    private void readsWithoutLook() throws SQLException {
        for (int n = 0; n < TIMES; n++) {
            script.read(other, null);
            looksOf(other, "STOP");
            try {
                var stamp = script.write(one).stamp();
                script.read(other, stamp);
            } finally {
                looksOf(other, "CONT");
            }
            // Until it can look again.
            new Faults(stage, stage.registers().get(1), line -> {}).awaitService();
        }
    }

    /** What does not say what it depends on would be kept for ever: a new generation ends it, on all clones. */
    private void forgotten() throws Exception {
        try {
            var written = script.write(one);
            for (int n = 0; n < TIMES; n++) {
                script.read(other, written.stamp());
                written = script.writeAfter(one, written);
            }
            script.read(other, written.stamp());
        } finally {
            new Nemeses(stage).backendKilled().strike().run();
        }
    }

    /** Something is changed after a clone has read it, and before the clone keeps it. */
    private void changedWhileRead() throws Exception {
        for (int n = 0; n < TIMES; n++) {
            // Something else of the product, by hand: most of the time it is a reader of this clone that finds it
            // first.
            byHand(script.register(), "stock = stock + 1");
            var reading = new ArrayList<Thread>();
            for (int reader = 0; reader < SOME; reader++) {
                reading.addAll(script.readers(other, 1));
                Processes.pause(MOMENT.dividedBy(SOME / 2));
            }
            var stamp = script.write(one).stamp();
            for (var reader : reading) {
                reader.join(LIMIT.toMillis());
            }
            script.read(other, stamp);
        }
    }

    /** A product is taken away and comes back. Nobody whose reads count reads it meanwhile. */
    private void absentForAWhile() throws Exception {
        var register = stage.registers().get(3);
        try (var taken = new Script(stage, register)) {
            byHand(register, "status = 'DRAFT'");
            try (var stranger = new Line(other.address(), LIMIT)) {
                var asks = Request.get(stage.path(register, View.PRODUCT));
                Processes.await("it is gone", LIMIT, () -> stranger.ask(asks).status() == 404);
            } finally {
                byHand(register, "status = 'ACTIVE'");
            }
            // The clone that reads it for this looks itself.
            Processes.pause(MORE_THAN_A_SECOND);
            var stamp = taken.write(one).stamp();
            taken.read(other, stamp);
        }
    }

    private void byHand(Register register, String change) throws SQLException {
        try (var primary = cluster.connect("primary");
                var update = primary.createStatement()) {
            update.execute("update product set " + change + " where id = " + register.product());
        }
    }

    /** Two count from the same old number. */
    private void counted() {
        cluster.lag(LAG);
        try {
            script.write(one);
            for (int n = 0; n < TIMES; n++) {
                var seen = script.read(other, null);
                seen.ifPresent(number -> script.count(one, number));
                seen.ifPresent(number -> script.count(one, number));
                Processes.pause(LAG);
            }
        } finally {
            cluster.lag(Duration.ZERO);
        }
    }

    /** A clone is frozen, requests come in for it, and when it wakes up it can't look at once. */
    private void frozen() throws Exception {
        script.read(other, null);
        withReplayPaused(() -> {
            cluster.pause(other.name());
            List<Thread> waiting;
            try {
                script.write(one);
                Processes.pause(MORE_THAN_A_SECOND);
                waiting = script.readers(other, WAITING);
                Processes.pause(MOMENT);
                looksOf(other, "STOP");
            } finally {
                cluster.resume(other.name());
            }
            for (var reader : waiting) {
                reader.join(LIMIT.toMillis());
            }
            looksOf(other, "CONT");
        });
    }

    /** Freezes or wakes the processes of the primary that serve a clone's looks; those that begin later are not concerned. */
    private void looksOf(Place clone, String signal) throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement();
                var looks = statement.executeQuery(
                        "select pid from pg_stat_activity where application_name = '" + clone.name() + " looks'")) {
            while (looks.next()) {
                Processes.run("kill", "-" + signal, looks.getString(1));
            }
        }
    }

    /** While a clone is frozen, the primary loses what the clone has not yet seen, and begins a new generation. */
    private void crashed() throws Exception {
        script.read(other, null);
        withReplayPaused(() -> {
            cluster.pause(other.name());
            try {
                script.write(one);
                new Nemeses(stage).backendKilled().strike().run();
                Processes.await("there is a new generation", LIMIT, this::nothingElseTells);
            } finally {
                cluster.resume(other.name());
            }
            script.read(other, null, WHILE);
        });
    }

    /** Ticks and horizon are as if the generation were still the same. */
    private boolean nothingElseTells() throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement()) {
            statement.execute("select setval('tick', cast(extract(epoch from clock_timestamp()) * 1000 as bigint))");
            return statement.executeUpdate("update alive set horizon = '0'") == 1;
        }
    }

    /** A clone is frozen for longer than it can catch up with. */
    private void awayForLong() throws Exception {
        script.read(other, null);
        withReplayPaused(() -> {
            cluster.pause(other.name());
            try {
                script.write(one);
                Processes.pause(Duration.ofSeconds(32));
            } finally {
                cluster.resume(other.name());
            }
            script.read(other, null, WHILE);
        });
    }

    /** Replicas are killed, and behind where they were when they come back. */
    private void replicaRestarted() throws Exception {
        var lag = Duration.ofSeconds(10);
        Stamp stamp = null;
        for (int n = 0; n < TIMES; n++) {
            stamp = script.write(one).stamp();
            script.read(other, stamp);
        }
        try {
            cluster.lag(lag);
            var replicas = replicas();
            replicas.forEach(cluster::kill);
            // A start lasts until the replica follows, which is when it has shown what it holds back.
            var starts = new Thread(() -> replicas.forEach(cluster::start));
            starts.start();
            script.read(other, stamp, lag);
            starts.join(LIMIT.toMillis());
        } finally {
            cluster.lag(Duration.ZERO);
        }
    }

    /** The primary goes back, and the replicas stay where they were. */
    private void restored() {
        var copy = new ColdCopy(stage);
        copy.take();
        script.write(one);
        copy.putBack();
        try {
            script.read(other, null, Duration.ofSeconds(4));
        } finally {
            new Nemeses(stage).rebuildReplicas();
        }
    }

    private void withReplayPaused(Nemesis.Act play) throws Exception {
        for (var replica : replicas()) {
            replay(replica, "pause");
        }
        try {
            play.run();
        } finally {
            for (var replica : replicas()) {
                replay(replica, "resume");
            }
        }
    }

    private void replay(String replica, String what) {
        // What is asked of a replica may be cancelled for what it replays; then it is asked again.
        Processes.await("the replay of " + replica + " takes a " + what, LIMIT, () -> {
            try (var connection = cluster.connect(replica);
                    var statement = connection.createStatement()) {
                statement.execute("select pg_wal_replay_" + what + "()");
                return true;
            }
        });
    }

    private List<String> replicas() {
        return cluster.status().replicas().stream().map(ReplicaStatus::name).toList();
    }
}
