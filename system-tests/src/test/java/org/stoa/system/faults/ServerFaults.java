package org.stoa.system.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.agent.Effect;

/** What breaks clones and the primary, whatever is checked meanwhile. Each mends what it has broken. */
public final class ServerFaults {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Cluster cluster;

    /** Those of a cluster that runs. */
    public ServerFaults(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A clone is killed, and comes back after a while. */
    public Nemesis cloneKilled(String node, Duration time) {
        return new Nemesis("clone killed", () -> cluster.kill(node), time, () -> cluster.start(node));
    }

    /** A clone's broker ends, the clone goes on without it for a while, is killed and started anew. */
    public Nemesis brokerKilled(String node, Duration time) {
        var garden = new Garden(cluster);
        var end = new Cut(Effect.END_BROKER, "org.stoa.job.JobSweep", "sweep");
        return new Nemesis("broker killed", () -> garden.plant(node, List.of(end)), time, () -> {
            cluster.kill(node);
            cluster.start(node);
        });
    }

    /** A clone is stopped in good order and joins again. */
    public Nemesis cloneJoins(String node) {
        return new Nemesis("clone joins", () -> cluster.stop(node), Duration.ZERO, () -> cluster.start(node));
    }

    /** A clone stands still for a while. */
    public Nemesis cloneFrozen(String node, Duration time) {
        return new Nemesis("clone frozen", () -> cluster.pause(node), time, () -> cluster.resume(node));
    }

    /** A clone hears nothing of the primary and of the other clones; who asks it still reaches it. */
    public Nemesis cloneCut(String node, Duration time) {
        return new Nemesis("clone cut off", () -> cluster.cut(node), time, () -> cluster.heal(node));
    }

    /** One of the processes that serve the clones is killed, and PostgreSQL ends and recovers from its log. */
    public Nemesis backendKilled() {
        return new Nemesis("backend killed", this::killBackend, MOMENT, () -> {});
    }

    private void killBackend() throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement();
                var backend = statement.executeQuery("""
                    select pid from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid() and usename = 'shop' limit 1
                    """)) {
            backend.next();
            ProcessHandle.of(backend.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    /** All processes of the primary are killed. */
    public Nemesis primaryKilled() {
        return new Nemesis(
                "primary killed", () -> cluster.kill("primary"), Duration.ofSeconds(1), () -> cluster.start("primary"));
    }

    /** The primary is stopped in good order and started. */
    public Nemesis primaryRestarted() {
        return new Nemesis(
                "primary restarted",
                () -> cluster.stop("primary"),
                Duration.ofSeconds(1),
                () -> cluster.start("primary"));
    }
}
