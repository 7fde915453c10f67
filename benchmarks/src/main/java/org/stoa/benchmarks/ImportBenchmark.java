package org.stoa.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The import of books, from the request to the finished job, beside a plain COPY of the same rows into a table like that of
 * products, indexes and all. How long a COPY of the file into a table of mere texts takes is printed too.
 */
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
                double imported = seconds(() -> shop.importBooks(csv));
                double copy = copyToTwin(primary, products(primary));
                double texts = copyToTexts(primary);
                System.out.printf(
                        Locale.ROOT,
                        "import: %d rows in %.2f s; COPY of the same products %.2f s (as mere texts %.2f s): %.2f of its"
                                + " speed%n",
                        count(primary),
                        imported,
                        copy,
                        texts,
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
            statement.execute("drop table if exists twin, texts");
        }
    }

    /** The products as they are there now. */
    private static byte[] products(Connection primary) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        primary.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + BenchmarkShop.PRODUCT_COLUMNS
                                + " from product where sku like 'GB-%') to stdout",
                        out);
        return out.toByteArray();
    }

    /** Into a table with the same columns, rules and indexes. */
    private static double copyToTwin(Connection primary, byte[] rows) throws SQLException, IOException {
        try (var statement = primary.createStatement()) {
            statement.execute("create table twin (like product including all)");
        }
        return copy(primary, "twin (" + BenchmarkShop.PRODUCT_COLUMNS + ") from stdin", rows);
    }

    /** Into a table of texts, without any rule. */
    private double copyToTexts(Connection primary) throws SQLException, IOException {
        var header = new String(csv, 0, Math.min(csv.length, 4096), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        var columns = Stream.of(header.split(",")).map(name -> name + " text").collect(Collectors.joining(", "));
        try (var statement = primary.createStatement()) {
            statement.execute("create table texts (" + columns + ")");
        }
        return copy(primary, "texts from stdin (format csv, header)", csv);
    }

    private static double copy(Connection primary, String into, byte[] bytes) throws SQLException, IOException {
        return seconds(() -> primary.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into, new ByteArrayInputStream(bytes)));
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
