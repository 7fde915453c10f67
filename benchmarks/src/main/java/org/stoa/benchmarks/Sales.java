package org.stoa.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.stoa.cluster.process.Poll;

/** Copies that are sold at a fixed rate, whatever the shop does, of any product and by either clone in turn. */
final class Sales {
    private static final int MOST_STOCK = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final List<CloneClient> clones;
    private final List<ShopProduct> products;
    private final Consumer<ShopProduct> sold;
    private final Map<Long, Long> versions = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Random random = new Random(1);
    private int turn;

    /**
     * @param sold told of each when its answer is there
     */
    Sales(BenchmarkShop shop, List<ShopProduct> products, Consumer<ShopProduct> sold) throws SQLException {
        this.clones = List.of(shop.clone(1), shop.clone(2));
        this.products = products;
        this.sold = sold;
        versions.putAll(shop.versions());
    }

    /**
     * So many are begun a second, or less on a machine that is too busy: who is late does not make up for it. Returns when the last one
     * is done.
     */
    void during(int perSecond, int seconds) throws InterruptedException {
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleWithFixedDelay(
                    this::sell, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            clock.shutdown();
            clock.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        if (!Poll.until(LIMIT, PAUSE, () -> underWay.get() == 0)) {
            throw new IllegalStateException(underWay + " sales are still under way");
        }
    }

    private void sell() {
        var product = products.get(random.nextInt(products.size()));
        // Two who sell one product at once would be in each other's way.
        var version = versions.remove(product.id());
        if (version == null) {
            return;
        }
        underWay.incrementAndGet();
        clones.get(turn++ % clones.size())
                .write(product.id(), version, (int) (version % MOST_STOCK))
                .whenComplete((answer, failure) -> {
                    versions.put(product.id(), failure == null ? answer.version() : version);
                    if (failure == null) {
                        done.incrementAndGet();
                        sold.accept(product);
                    } else {
                        failed.incrementAndGet();
                    }
                    underWay.decrementAndGet();
                });
    }

    int done() {
        return done.get();
    }

    int failed() {
        return failed.get();
    }
}
