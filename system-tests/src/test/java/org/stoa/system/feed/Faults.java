package org.stoa.system.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.stoa.system.faults.Nemesis;
import org.stoa.system.faults.Processes;

/** Breaks the shop, holds, mends it and waits until it serves and writes everywhere again; and tells the history. */
final class Faults {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Stage stage;
    private final Register scratch;
    private final Consumer<String> lines;

    /**
     * @param scratch nobody else writes it
     * @param lines told of each fault
     */
    Faults(Stage stage, Register scratch, Consumer<String> lines) {
        this.stage = stage;
        this.scratch = scratch;
        this.lines = lines;
    }

    void run(Nemesis nemesis) {
        long began = System.nanoTime();
        nemesis.play(() -> {});
        awaitService();
        long ended = System.nanoTime();
        stage.history().add(new Fault(nemesis.kind(), began, ended));
        lines.accept("%s: %.1f s".formatted(nemesis.kind(), (ended - began) / 1e9));
    }

    /** Waits until every clone and the balancer serve and write, and replicas have come up. */
    void awaitService() {
        try (var client = new Client(stage, Duration.ofSeconds(5))) {
            for (var place : stage.places()) {
                Processes.await(place.name() + " serves and writes", LIMIT, () -> client.serves(place, scratch));
            }
        }
        Processes.await("the replicas have come up", LIMIT, this::replicasFollow);
    }

    private boolean replicasFollow() throws SQLException {
        try (var primary = stage.cluster().connect("primary");
                var statement = primary.createStatement();
                var row = statement.executeQuery("""
                    select count(*) from pg_stat_replication
                     where state = 'streaming' and pg_current_wal_lsn() - replay_lsn < 100000\
                    """)) {
            row.next();
            return row.getInt(1) == stage.replicas();
        }
    }
}
