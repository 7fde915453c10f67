package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How old a change is when another clone shows it to somebody who knows of nothing, by HTTP: from the answer to the writer to the
 * end of the first answer that has it. And how long a write takes while the other clone is frozen.
 */
final class ChangeAge {
    private static final int WARM_UP = 100;
    private static final int WRITES = 300;
    private static final int MOST_STOCK = 1000;
    private static final int ROUNDS = 4;
    private static final int BESIDE_FROZEN = 50;
    private static final String OTHER = "node-2";

    private final BenchmarkShop shop;
    private final Figures figures;
    private final CloneClient writing;
    private final CloneClient reading;
    private final long product;
    private long version;

    ChangeAge(BenchmarkShop shop, Figures figures) throws SQLException {
        this.shop = shop;
        this.figures = figures;
        this.writing = shop.clone(1);
        this.reading = shop.clone(2);
        this.product = shop.products().get(0);
    }

    void measure() throws SQLException {
        version = shop.versions().get(product);
        var ages = new ArrayList<Double>();
        var reads = new ArrayList<Double>();
        for (int n = -WARM_UP; n < WRITES; n++) {
            write();
            double age = Times.milliseconds(this::awaitOnOther);
            double read = Times.milliseconds(() -> reading.read(product).join());
            if (n >= 0) {
                ages.add(age);
                reads.add(read);
            }
        }
        var details = String.format(
                Locale.ROOT,
                "%d writes; such a read by itself p50 %.1f ms",
                WRITES,
                Times.of(reads).median());
        figures.atMost(
                20, "age of a change on another clone, p50, ms", Times.of(ages).median(), details);
        figures.atMost(
                200, "age of a change on another clone, p99, ms", Times.of(ages).percentile(99), details);
        besideFrozenClone();
    }

    private void write() {
        version = writing.write(product, version, (int) (version % MOST_STOCK))
                .join()
                .version();
    }

    private void awaitOnOther() {
        while (reading.read(product).join().version() < version) {
            // Asks again.
        }
    }

    private void besideFrozenClone() {
        var alone = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            shop.running().pause(OTHER);
            try {
                writes(beside);
            } finally {
                shop.running().resume(OTHER);
            }
            writes(alone);
        }
        figures.note(
                "PATCH by one clone while the other is frozen, %d rounds".formatted(ROUNDS),
                Times.of(beside).spread("ms") + " beside " + Times.of(alone).spread("ms") + " while it is not");
    }

    private void writes(List<Double> times) {
        for (int n = 0; n < BESIDE_FROZEN; n++) {
            times.add(Times.milliseconds(this::write));
        }
    }
}
