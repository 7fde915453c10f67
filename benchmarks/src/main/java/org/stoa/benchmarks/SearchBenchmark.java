package org.stoa.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.stoa.search.SearchStatement;

/** A search by REST, one client at a time, beside the statement behind it on the same replica. */
final class SearchBenchmark {
    private static final int WARM_UP = 300;
    private static final int RUNS = 1000;
    private static final int LIMIT = 24;
    private static final double PROMISE = 3;

    private final BenchmarkShop shop;
    private final List<String> words;

    /**
     * @param words what is searched for
     */
    SearchBenchmark(BenchmarkShop shop, List<String> words) {
        this.shop = shop;
        this.words = words;
    }

    /** Whether the promise was kept. */
    boolean run() throws SQLException {
        try (var replica = shop.connect("replica-1");
                var statement = new SearchStatement(replica, LIMIT)) {
            var rest = new double[RUNS];
            var bare = new double[RUNS];
            for (int n = -WARM_UP; n < RUNS; n++) {
                var sought = words.get(Math.floorMod(n, words.size()));
                // One after the other, so that both meet the same machine.
                double answered = Times.milliseconds(() -> shop.get(
                        "/api/v1/search?limit=" + LIMIT + "&q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8)));
                double alone = Times.milliseconds(() -> statement.run(sought));
                if (n >= 0) {
                    rest[n] = answered;
                    bare[n] = alone;
                }
            }
            var asked = Times.of(rest);
            var ran = Times.of(bare);
            double ratio = asked.percentile(95) / ran.percentile(95);
            System.out.printf(
                    Locale.ROOT,
                    "search: p50 %.1f ms, p95 %.1f ms; the statement alone p50 %.1f ms, p95 %.1f ms: %.2f times at p95,"
                            + " promised %.0f%n",
                    asked.percentile(50),
                    asked.percentile(95),
                    ran.percentile(50),
                    ran.percentile(95),
                    ratio,
                    PROMISE);
            return ratio <= PROMISE;
        }
    }
}
