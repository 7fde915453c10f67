package org.stoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What databases and clones count, all added up. */
final class Counters implements AutoCloseable {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final String APPLICATION = "stoa-web.war";

    private final List<Connection> databases;
    private final List<CloneClient> clones;

    private Counters(List<Connection> databases, List<CloneClient> clones) {
        this.databases = databases;
        this.clones = clones;
    }

    /** Those of the primary, its replica and two clones. The databases count since {@link StatementCounts#begin}. */
    static Counters of(BenchmarkShop shop) {
        return new Counters(
                List.of(shop.connect("primary"), shop.connect("replica-1")), List.of(shop.clone(1), shop.clone(2)));
    }

    /** What is done while things are counted. */
    interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * What happens because of some work, and not by itself: counts for ten seconds in which nothing is done, then while the work is
     * done and until ten seconds are over. If the work takes longer, more is taken to have happened by itself.
     */
    Count causedBy(Work work) throws Exception {
        var idle = during(() -> {});
        var busy = during(work);
        return busy.count().less(idle.count(), busy.seconds() / idle.seconds());
    }

    private record Window(Count count, double seconds) {}

    private Window during(Work work) throws Exception {
        long begin = System.nanoTime();
        var before = now();
        work.run();
        TimeUnit.NANOSECONDS.sleep(begin + WINDOW_NANOS - System.nanoTime());
        return new Window(now().since(before), (System.nanoTime() - begin) / 1e9);
    }

    private Count now() throws SQLException {
        var counted = new HashMap<Count.Thing, Double>();
        for (var clone : clones) {
            counted(clone.metrics(), counted);
        }
        for (var database : databases) {
            StatementCounts.of(database).forEach((text, times) -> add(counted, Count.Kind.STATEMENT, text, times));
        }
        return new Count(counted);
    }

    private static void counted(Metrics metrics, Map<Count.Thing, Double> counted) {
        add(counted, Count.Kind.MESSAGE, "sent", metrics.sum("jgroups_sent_messages"));
        add(counted, Count.Kind.SESSION, "begun", metrics.sum("undertow_sessions_total", APPLICATION));
        add(
                counted,
                Count.Kind.SESSION_WRITE,
                "replicated",
                metrics.sum("infinispan_replication_count_total", APPLICATION));
    }

    private static void add(Map<Count.Thing, Double> counted, Count.Kind kind, String what, double number) {
        counted.merge(new Count.Thing(kind, what), number, Double::sum);
    }

    @Override
    public void close() throws SQLException {
        for (var database : databases) {
            database.close();
        }
    }
}
