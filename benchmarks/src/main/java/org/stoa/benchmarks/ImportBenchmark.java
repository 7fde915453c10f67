package org.stoa.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The import of books, from the request to the finished job, beside a plain COPY of the same file into a table of texts. */
final class ImportBenchmark {
    private static final int ROUNDS = 6;
    private static final double PROMISE = 0.1;

    private final BenchmarkShop shop;
    private final byte[] csv;

    ImportBenchmark(BenchmarkShop shop, byte[] csv) {
        this.shop = shop;
        this.csv = csv;
    }

    /** Whether the promise was kept. The last round leaves the books in the shop. */
    boolean run() throws SQLException, IOException {
        try (var primary = shop.connect("primary")) {
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                empty(primary);
                double copy = seconds(() -> copy(primary));
                double imported = seconds(() -> shop.importBooks(csv));
                System.out.printf(
                        Locale.ROOT,
                        "import: %d rows in %.2f s, COPY in %.2f s: %.2f of its speed%n",
                        count(primary),
                        imported,
                        copy,
                        copy / imported);
                ratios.add(copy / imported);
            }
            // The first round warms the clones up.
            var warm = ratios.stream().skip(1).sorted().toList();
            double median = warm.get(warm.size() / 2);
            System.out.printf(Locale.ROOT, "import: median %.2f, promised at least %.2f%n", median, PROMISE);
            return median >= PROMISE;
        }
    }

    private static void empty(Connection primary) throws SQLException {
        try (var statement = primary.createStatement()) {
            statement.execute("delete from product where sku like 'GB-%'");
            statement.execute("vacuum analyze product");
            statement.execute("drop table if exists plain_copy");
        }
    }

    private void copy(Connection primary) throws SQLException, IOException {
        var header = new String(csv, 0, 4096, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        var columns = Stream.of(header.split(",")).map(name -> name + " text").collect(Collectors.joining(", "));
        try (var statement = primary.createStatement()) {
            statement.execute("create table plain_copy (" + columns + ")");
        }
        primary.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy plain_copy from stdin (format csv, header)", new ByteArrayInputStream(csv));
    }

    private static long count(Connection primary) throws SQLException {
        try (var statement = primary.createStatement();
                var rows = statement.executeQuery("select count(*) from product where sku like 'GB-%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(Work work) throws SQLException, IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }
}
