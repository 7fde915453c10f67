package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.stoa.data.LookingClone;

/**
 * A write with its look, below HTTP, beside the bare commit of the same row in a table that nobody follows; and sixteen writers at
 * once beside one.
 */
final class FollowedWrites {
    private static final int WRITERS = 16;
    private static final int WARM_UP = 300;
    private static final int WARM_UP_EACH = 10;
    private static final int PAIRS = 2000;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BenchmarkShop shop;
    private final Figures figures;
    private final List<Long> products;

    FollowedWrites(BenchmarkShop shop, Figures figures) throws SQLException {
        this.shop = shop;
        this.figures = figures;
        this.products = shop.products();
    }

    void measure() throws Exception {
        copyProducts();
        try (var clone = new LookingClone(shop.connect("primary"))) {
            besideBareCommit(clone);
            byManyWriters(clone);
        }
    }

    private void copyProducts() throws SQLException {
        try (var primary = shop.connect("primary");
                var statement = primary.createStatement()) {
            statement.execute("drop table if exists " + StockWriter.UNFOLLOWED);
            statement.execute("create table " + StockWriter.UNFOLLOWED + " (like product including all)");
            statement.execute("insert into " + StockWriter.UNFOLLOWED + " (" + BenchmarkShop.PRODUCT_COLUMNS
                    + ", id) overriding system value select " + BenchmarkShop.PRODUCT_COLUMNS + ", id from product");
            statement.execute("vacuum analyze " + StockWriter.UNFOLLOWED);
        }
    }

    private StockWriter writer(String table, int row) throws SQLException {
        return new StockWriter(shop.connect("primary"), table, products.get(row));
    }

    private void besideBareCommit(LookingClone clone) throws SQLException {
        var withLook = new double[PAIRS];
        var bare = new double[PAIRS];
        var ratios = new double[PAIRS];
        try (var followed = writer(StockWriter.FOLLOWED, 0);
                var unfollowed = writer(StockWriter.UNFOLLOWED, 0)) {
            for (int n = -WARM_UP; n < PAIRS; n++) {
                double look = Times.milliseconds(() -> {
                    followed.write();
                    clone.look();
                });
                double commit = Times.milliseconds(unfollowed::write);
                if (n >= 0) {
                    withLook[n] = look;
                    bare[n] = commit;
                    ratios[n] = look / commit;
                }
            }
        }
        figures.atMost(
                3,
                "a write with triggers and look, beside the bare commit, one writer: times, median of %d pairs"
                        .formatted(PAIRS),
                Times.of(ratios).median(),
                Times.of(withLook).spread("ms") + " beside " + Times.of(bare).spread("ms"));
    }

    private void byManyWriters(LookingClone clone) throws Exception {
        var ratios = new ArrayList<Double>();
        var one = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        var bareOne = new ArrayList<Double>();
        var bareMany = new ArrayList<Double>();
        var bareRatios = new ArrayList<Double>();
        long looks = clone.looks();
        double written = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double alone = writesPerSecond(1, StockWriter.FOLLOWED, clone);
            double together = writesPerSecond(WRITERS, StockWriter.FOLLOWED, clone);
            double bareAlone = writesPerSecond(1, StockWriter.UNFOLLOWED, null);
            double bareTogether = writesPerSecond(WRITERS, StockWriter.UNFOLLOWED, null);
            written += (alone + together) * ROUND_NANOS / 1e9;
            if (round > 0) {
                one.add(alone);
                many.add(together);
                ratios.add(together / alone);
                bareOne.add(bareAlone);
                bareMany.add(bareTogether);
                bareRatios.add(bareTogether / bareAlone);
            }
        }
        figures.atLeast(
                2.5,
                "%d writers with looks beside one: times its throughput, median of %d rounds"
                        .formatted(WRITERS, ROUNDS),
                Times.of(ratios).median(),
                String.format(
                        Locale.ROOT,
                        "%.0f a second beside %.0f; bare commits: %.0f beside %.0f, %.2f times",
                        Times.of(many).median(),
                        Times.of(one).median(),
                        Times.of(bareMany).median(),
                        Times.of(bareOne).median(),
                        Times.of(bareRatios).median()));
        figures.note(
                "looks of these writes", String.format(Locale.ROOT, "%.2f a write", (clone.looks() - looks) / written));
    }

    /** How many writes a second so many writers get done, each with a row of its own; all looks by one clone, if any. */
    private double writesPerSecond(int writers, String table, LookingClone clone) throws Exception {
        var threads = Executors.newFixedThreadPool(writers);
        var open = new ArrayList<StockWriter>();
        try {
            for (int n = 0; n < writers; n++) {
                open.add(writer(table, n));
            }
            // A new connection plans its statements and triggers at first; those of a pool have done so.
            for (var writer : open) {
                for (int n = 0; n < WARM_UP_EACH; n++) {
                    writer.write();
                }
            }
            long end = System.nanoTime() + ROUND_NANOS;
            long written = 0;
            for (var done : threads.invokeAll(
                    open.stream().map(writer -> untilThen(writer, clone, end)).toList())) {
                written += done.get();
            }
            return written / (ROUND_NANOS / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed", e);
        } finally {
            threads.shutdownNow();
            for (var writer : open) {
                writer.close();
            }
        }
    }

    private static Callable<Long> untilThen(StockWriter writer, LookingClone clone, long end) {
        return () -> {
            long written = 0;
            while (System.nanoTime() < end) {
                writer.write();
                if (clone != null) {
                    clone.look();
                }
                written++;
            }
            return written;
        };
    }
}
