package org.stoa.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stoa.cluster.process.Poll;

/** A change by one clone while the other is cut off from everything, and while it is not. */
final class BesideCutOffClone {
    private static final int ROUNDS = 3;
    private static final int WRITES = 100;
    private static final int MOST_STOCK = 1000;
    private static final String OTHER = "node-2";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BenchmarkShop shop;
    private final Figures figures;
    private final CloneClient clone;
    private final long product;
    private long version;

    BesideCutOffClone(BenchmarkShop shop, Figures figures) throws Exception {
        this.shop = shop;
        this.figures = figures;
        this.clone = shop.clone(1);
        this.product = shop.products().get(0);
    }

    void measure() throws Exception {
        version = shop.versions().get(product);
        var alone = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        write(new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            shop.running().cut(OTHER);
            try {
                // At once: the others have not yet found out.
                write(beside);
            } finally {
                shop.running().heal(OTHER);
            }
            if (!Poll.until(LIMIT, PAUSE, this::isBack)) {
                throw new IllegalStateException(OTHER + " is not back after " + LIMIT);
            }
            write(alone);
        }
        figures.note(
                "a PATCH of a product while the other clone is cut off, %d rounds".formatted(ROUNDS),
                Times.of(beside).spread("ms") + " beside " + Times.of(alone).spread("ms") + " with both");
    }

    private boolean isBack() {
        var answer = shop.clone(2).read(product);
        return answer.handle((read, failure) -> failure == null).join();
    }

    private void write(List<Double> times) {
        for (int n = 0; n < WRITES; n++) {
            long begin = System.nanoTime();
            version = clone.write(product, version, (int) (version % MOST_STOCK))
                    .join()
                    .version();
            times.add((System.nanoTime() - begin) / 1e6);
        }
    }
}
