package org.stoa.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.stoa.cluster.process.Poll;

/**
 * Where those read who have just written, while the replica lags: writers come at a fixed rate, whatever the shop does, and each
 * reads what he wrote twenty times within a second, with his stamp, by either clone in turn. The first read follows his write
 * at once.
 */
final class RecentWriters {
    private static final Duration LAG = Duration.ofMillis(50);
    private static final int WRITERS_A_SECOND = 50;
    private static final int READS_EACH = 20;
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 20;
    private static final int MOST_STOCK = 1000;

    /** Who finds so many requests before his goes away: in a queue, the replica would catch up before a reader is served. */
    private static final int MOST_REQUESTS = 16;

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final BenchmarkShop shop;
    private final Figures figures;
    private final List<CloneClient> counting;
    private final List<RawClone> clones;
    private final List<Long> products;
    private final Map<Long, Long> versions = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger behind = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Collection<Double> firstReads = new ConcurrentLinkedQueue<>();
    private final Collection<Double> laterReads = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    RecentWriters(BenchmarkShop shop, Figures figures) throws SQLException {
        this.shop = shop;
        this.figures = figures;
        this.counting = List.of(shop.clone(1), shop.clone(2));
        this.clones = List.of(new RawClone(shop, 1, MOST_REQUESTS), new RawClone(shop, 2, MOST_REQUESTS));
        this.products = shop.products();
    }

    void measure() throws Exception {
        versions.putAll(shop.versions());
        shop.running().lag(LAG);
        try {
            comeAndGo(WARM_UP_SECONDS);
            Stream.of(written, read, turnedAway, behind, failed).forEach(count -> count.set(0));
            Stream.of(firstReads, laterReads).forEach(Collection::clear);
            var before = reads();
            double seconds = Times.milliseconds(() -> comeAndGo(SECONDS)) / 1000;
            report(before, reads(), seconds);
        } finally {
            clock.shutdownNow();
            for (var clone : clones) {
                clone.close();
            }
            shop.running().lag(Duration.ZERO);
        }
    }

    private CloneClient.Reads reads() {
        return counting.stream()
                .map(CloneClient::reads)
                .reduce((one, other) ->
                        new CloneClient.Reads(one.replica() + other.replica(), one.primary() + other.primary()))
                .orElseThrow();
    }

    private void comeAndGo(int seconds) throws InterruptedException {
        var turns = new int[1];
        var coming = clock.scheduleAtFixedRate(
                () -> come(turns[0]++), 0, TimeUnit.SECONDS.toMicros(1) / WRITERS_A_SECOND, TimeUnit.MICROSECONDS);
        TimeUnit.SECONDS.sleep(seconds);
        coming.cancel(false);
        if (!Poll.until(LIMIT, BETWEEN_READS, () -> underWay.get() == 0)) {
            throw new IllegalStateException(underWay + " are still under way");
        }
    }

    private void come(int turn) {
        long product = products.get(turn % products.size());
        if (requests.get() >= MOST_REQUESTS || !versions.containsKey(product)) {
            turnedAway.incrementAndGet();
            return;
        }
        underWay.incrementAndGet();
        // Two who write one product at once would be in each other's way.
        long version = versions.remove(product);
        requests.incrementAndGet();
        clones.get(turn % clones.size())
                .write(product, version, turn % MOST_STOCK)
                .whenComplete((answer, failure) -> {
                    requests.decrementAndGet();
                    versions.put(product, failure == null ? answer.version() : version);
                    if (failure != null) {
                        failed.incrementAndGet();
                        underWay.decrementAndGet();
                        return;
                    }
                    written.incrementAndGet();
                    readOn(product, answer, turn, READS_EACH);
                });
    }

    private void readOn(long product, CloneClient.Answer wrote, int turn, int left) {
        if (left == 0) {
            underWay.decrementAndGet();
            return;
        }
        long begin = System.nanoTime();
        long next = begin + BETWEEN_READS.toNanos();
        requests.incrementAndGet();
        clones.get((turn + left) % clones.size()).read(product, wrote.stamp()).whenComplete((answer, failure) -> {
            requests.decrementAndGet();
            if (failure != null) {
                failed.incrementAndGet();
            } else {
                read.incrementAndGet();
                (left == READS_EACH ? firstReads : laterReads).add((System.nanoTime() - begin) / 1e6);
                behind.addAndGet(answer.version() < wrote.version() ? 1 : 0);
            }
            clock.schedule(
                    () -> readOn(product, wrote, turn, left - 1), next - System.nanoTime(), TimeUnit.NANOSECONDS);
        });
    }

    private void report(CloneClient.Reads before, CloneClient.Reads after, double seconds) {
        double onReplica = after.replica() - before.replica();
        // One for each write: the answer to it.
        double onPrimary = after.primary() - before.primary();
        figures.atLeast(
                0.95,
                "reads of recent writers that the primary has nothing to do with, while the replica lags by %d ms: share"
                        .formatted(LAG.toMillis()),
                1 - Math.max(0, onPrimary - written.get()) / read.get(),
                String.format(
                        Locale.ROOT,
                        "of %d reads %.0f asked the replica, the others the caches; %.0f reads of the primary, of them %d for"
                                + " the answers to writes; %.0f reads and %.0f writes a second, %d turned away, %d failed",
                        read.get(),
                        onReplica,
                        onPrimary,
                        written.get(),
                        read.get() / seconds,
                        written.get() / seconds,
                        turnedAway.get(),
                        failed.get()));
        figures.note(
                "those reads: the first after a write, and the later ones",
                Times.of(firstReads).spread("ms") + ", " + Times.of(laterReads).spread("ms"));
        figures.atMost(0, "reads that were behind their reader's own write", behind.get(), read.get() + " reads");
    }
}
