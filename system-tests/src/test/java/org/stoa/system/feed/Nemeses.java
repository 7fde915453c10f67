package org.stoa.system.feed;

import java.sql.SQLException;
import java.time.Duration;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.Garden;
import org.stoa.system.faults.Nemesis;
import org.stoa.system.faults.Processes;
import org.stoa.system.faults.ServerFaults;

/** What breaks. Each mends what it has broken. */
final class Nemeses {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** Longer than what is known may be used, and than what waits in a socket is waited for. */
    private static final Duration LONGER_THAN_TRUST = Duration.ofSeconds(4);

    private final Stage stage;
    private final Cluster cluster;
    private final Garden garden;
    private final ServerFaults servers;

    Nemeses(Stage stage) {
        this.stage = stage;
        this.cluster = stage.cluster();
        this.garden = new Garden(cluster);
        this.servers = new ServerFaults(cluster);
    }

    /** Replicas show everything late. */
    Nemesis lag(Duration lag) {
        return new Nemesis(
                "replicas lag " + lag.toMillis() + " ms",
                () -> cluster.lag(lag),
                lag.plus(MOMENT),
                () -> cluster.lag(Duration.ZERO));
    }

    /** A replica shows nothing new. */
    Nemesis replayPaused(String replica) {
        return new Nemesis(
                "replay paused",
                () -> sql(replica, "select pg_wal_replay_pause()"),
                LONGER_THAN_TRUST,
                () -> sql(replica, "select pg_wal_replay_resume()"));
    }

    /** A replica dies while it is behind, and comes back further behind. */
    Nemesis replicaKilled(String replica) {
        return new Nemesis(
                "replica killed",
                () -> {
                    cluster.lag(Duration.ofSeconds(1));
                    Processes.pause(MOMENT);
                    cluster.kill(replica);
                },
                Duration.ofSeconds(1),
                () -> {
                    cluster.start(replica);
                    Processes.pause(MOMENT);
                    cluster.lag(Duration.ZERO);
                });
    }

    /** A clone dies when a transaction is committed and before it has looked. */
    Nemesis cloneKilledBeforeLook(String node) {
        return new Nemesis(
                "clone killed between commit and look",
                () -> {
                    garden.plantDeath(node, Plant.DEATH_AFTER_COMMIT.cuts().get(0));
                    Processes.await(
                            node + " dies", LIMIT, () -> !cluster.running().contains(node));
                },
                MOMENT,
                () -> {
                    // One that did not die still bears its death.
                    if (cluster.running().contains(node)) {
                        cluster.kill(node);
                    }
                    cluster.start(node);
                });
    }

    /** A clone is stopped in good order and joins again. */
    Nemesis cloneJoins(String node) {
        return servers.cloneJoins(node);
    }

    /** A clone stands still while requests wait in its socket. */
    Nemesis cloneFrozen(String node) {
        return servers.cloneFrozen(node, LONGER_THAN_TRUST);
    }

    /** A clone hears nothing of the primary and of the other clones; who asks it still reaches it. */
    Nemesis cloneCut(String node) {
        return servers.cloneCut(node, LONGER_THAN_TRUST);
    }

    /** One of the processes that serve the clones is killed, and PostgreSQL ends and recovers from its log. */
    Nemesis backendKilled() {
        return servers.backendKilled();
    }

    /** The primary is stopped in good order and started. */
    Nemesis primaryRestarted() {
        return servers.primaryRestarted();
    }

    /** The primary is put back to an old copy of its files; the replicas, which know more, are made anew only later. */
    Nemesis primaryRestored() {
        var copy = new ColdCopy(stage);
        return new Nemesis(
                "primary restored from a copy",
                () -> {
                    copy.take();
                    Processes.pause(MOMENT);
                    copy.putBack();
                },
                LONGER_THAN_TRUST,
                this::rebuildReplicas);
    }

    /** Makes all replicas anew from the primary. */
    void rebuildReplicas() {
        cluster.status().replicas().forEach(replica -> cluster.rebuild(replica.name(), line -> {}));
    }

    /** The primary is killed and a replica takes its place; needs synchronous replication. */
    Nemesis primaryPromoted() {
        return new Nemesis("primary promoted", () -> cluster.promote(line -> {}), Duration.ZERO, () -> {});
    }

    private void sql(String server, String statement) throws SQLException {
        try (var connection = cluster.connect(server);
                var asked = connection.createStatement()) {
            asked.execute(statement);
        }
    }
}
