package org.stoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * What the looks of some clones cost the primary: processor time of the processes that answer them, at rest and while something
 * is written. A hundred are reckoned by the cost of a look.
 */
final class LookCost {
    /** As a clone without another setting has it: STOA_LOOKS_PER_SECOND. */
    private static final int BOUND = 500;

    private static final int AT_REST = 4;
    private static final int WRITES = 50;
    private static final int SECONDS = 5;
    private static final int MANY = 100;
    private static final List<Integer> CLONES = List.of(1, 2, 4, 8);

    private final BenchmarkShop shop;
    private final Figures figures;
    private final long product;

    /** Looks a second, and seconds of a processor a second. */
    private record Cost(double looks, double busy) {
        double millisecondsALook() {
            return busy / looks * 1000;
        }
    }

    LookCost(BenchmarkShop shop, Figures figures) throws SQLException {
        this.shop = shop;
        this.figures = figures;
        this.product = shop.products().get(0);
    }

    void measure() throws Exception {
        var atRest = measure("at rest", 0);
        note("looks of " + MANY + " clones at rest, reckoned", MANY * AT_REST, atRest);
        var busy = measure("at " + WRITES + " writes a second", WRITES);
        // Each write has a look of its own; bells cause no more than the bound, however many clones there are.
        note("looks of " + MANY + " clones at " + WRITES + " writes a second, reckoned", BOUND + WRITES, busy);
    }

    private void note(String what, double looks, Cost each) {
        figures.note(what, text(new Cost(looks, looks * each.millisecondsALook() / 1000)));
    }

    /** The cost with the most clones. */
    private Cost measure(String when, int writes) throws Exception {
        Cost cost = null;
        for (int clones : CLONES) {
            cost = cost(clones, writes);
            figures.note("looks of %d clones %s".formatted(clones, when), text(cost));
        }
        return cost;
    }

    private static String text(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%.0f a second, %.1f %% of a core of the primary, %.3f ms each",
                cost.looks(),
                cost.busy() * 100,
                cost.millisecondsALook());
    }

    private Cost cost(int number, int writes) throws Exception {
        var clones = new ArrayList<LookingClone>();
        var threads = Executors.newCachedThreadPool();
        try {
            for (int n = 0; n < number; n++) {
                clones.add(new LookingClone(shop.connect("primary")));
            }
            long gap = TimeUnit.SECONDS.toMillis(number) / BOUND;
            clones.forEach(clone -> threads.submit((Callable<Void>) () -> {
                clone.watch(gap);
                return null;
            }));
            // The first looks of a connection are dearer: their statements are planned.
            write(clones, writes, 1);
            long looks = looks(clones);
            long used = used(clones);
            double seconds = Times.milliseconds(() -> write(clones, writes, SECONDS)) / 1000;
            return new Cost((looks(clones) - looks) / seconds, (used(clones) - used) / 1e9 / seconds);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(SECONDS, TimeUnit.SECONDS);
            for (var clone : clones) {
                clone.close();
            }
        }
    }

    /** Each write by another clone, which looks and rings the others. */
    private void write(List<LookingClone> clones, int writes, int seconds) throws Exception {
        var clock = Executors.newSingleThreadScheduledExecutor();
        try (var writer = new StockWriter(shop.connect("primary"), StockWriter.FOLLOWED, product)) {
            if (writes == 0) {
                TimeUnit.SECONDS.sleep(seconds);
                return;
            }
            var turns = new int[1];
            var writing = clock.scheduleAtFixedRate(
                    () -> writeBy(clones.get(turns[0]++ % clones.size()), clones, writer),
                    0,
                    TimeUnit.SECONDS.toMicros(1) / writes,
                    TimeUnit.MICROSECONDS);
            TimeUnit.SECONDS.sleep(seconds);
            if (writing.isDone()) {
                writing.get();
            }
            clock.shutdown();
            clock.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The writer failed", e);
        } finally {
            clock.shutdownNow();
        }
    }

    private static void writeBy(LookingClone own, List<LookingClone> clones, StockWriter writer) {
        try {
            writer.write();
            own.look();
            clones.stream().filter(clone -> clone != own).forEach(LookingClone::ring);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long looks(List<LookingClone> clones) {
        return clones.stream().mapToLong(LookingClone::looks).sum();
    }

    /** Nanoseconds on a processor, of all processes that answer them. Finer than the hundredths of /proc/PID/stat. */
    private static long used(List<LookingClone> clones) throws IOException {
        long sum = 0;
        for (var clone : clones) {
            var times = Files.readString(Path.of("/proc", Long.toString(clone.process()), "schedstat"));
            sum += Long.parseLong(times.substring(0, times.indexOf(' ')));
        }
        return sum;
    }
}
