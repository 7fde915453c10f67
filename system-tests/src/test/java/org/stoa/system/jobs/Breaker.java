package org.stoa.system.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.process.MemberState;
import org.stoa.system.faults.Processes;
import org.stoa.system.jobs.History.Fault;

/** Breaks something while the jobs are done, holds, mends it and waits until all clones are ready; and tells the history. */
final class Breaker {
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Duration MOST_IDLE = Duration.ofSeconds(15);

    private final Cluster cluster;
    private final Records records;
    private final History history;
    private final Consumer<String> lines;

    /**
     * @param lines told of each fault
     */
    Breaker(Cluster cluster, Records records, History history, Consumer<String> lines) {
        this.cluster = cluster;
        this.records = records;
        this.history = history;
        this.lines = lines;
    }

    void run(Blow blow) {
        var nemesis = blow.nemesis();
        awaitBusy(blow.node());
        var began = Instant.now();
        var struck = new AtomicReference<Instant>();
        nemesis.play(() -> struck.set(Instant.now()));
        awaitReady();
        var ended = Instant.now();
        history.add(new Fault(nemesis.kind(), blow.node(), began, struck.get(), ended));
        lines.accept("%s %s: %.1f s"
                .formatted(
                        nemesis.kind(),
                        blow.node(),
                        Duration.between(began, ended).toMillis() / 1e3));
    }

    /** Who works on nothing can lose nothing; but it need not be waited for any longer than a fault lasts. */
    private void awaitBusy(String node) {
        long end = System.nanoTime() + MOST_IDLE.toNanos();
        try {
            while (records.running(node) == 0 && System.nanoTime() < end) {
                Processes.pause(Duration.ofMillis(20));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the primary answers and all clones are ready. */
    void awaitReady() {
        Processes.await("the primary answers and all clones are ready", LIMIT, this::isReady);
    }

    private boolean isReady() throws SQLException {
        // Who has just lost one of its processes answers nobody for a moment.
        return records.running("") >= 0
                && cluster.status().clones().stream().allMatch(clone -> clone.state() == MemberState.RUNNING);
    }
}
