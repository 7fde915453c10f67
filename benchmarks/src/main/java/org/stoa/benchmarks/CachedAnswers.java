package org.stoa.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * A product's page and its JSON, answered from the memory of a clone: beside a handler in the same server that does nothing but send
 * the same bytes, beside a clone that makes the answer each time of the objects that it keeps, and beside one that keeps nothing.
 */
final class CachedAnswers {
    private static final String CACHED = "cached";
    private static final String BARE = "bare";
    private static final String MADE = "made";
    private static final String BESIDE_BARE = "beside a bare handler";
    private static final String BESIDE_OBJECTS = "beside made each time of kept objects";
    private static final String BESIDE_DATABASE = "beside made each time with nothing kept";
    private static final int WARM_UP = 10_000;
    private static final int PAIRS = 5000;
    private static final int ROUNDS = 11;
    private static final int MADE_WARM_UP = 1500;
    private static final int MADE_PAIRS = 1000;
    private static final int MADE_ROUNDS = 5;
    private static final int CLIENTS = 8;

    private final BenchmarkShop shop;
    private final Figures figures;
    private final List<Answer> answers;

    /** An answer of the shop, and what it is called. */
    private record Answer(String what, String path, String recorded) {}

    CachedAnswers(BenchmarkShop shop, Figures figures, ShopProduct product) {
        this.shop = shop;
        this.figures = figures;
        this.answers = List.of(
                new Answer("product page", product.page(), "page"),
                new Answer("product as JSON", product.json(), "json"));
    }

    void measureBesideBare() throws Exception {
        var recorded = new HashMap<String, RawAnswer>();
        for (var answer : answers) {
            recorded.put(answer.recorded(), recorded(answer.path()));
        }
        BareApplication.deploy(shop, recorded);
        for (var answer : answers) {
            var bare = Contender.other(BARE, shop.httpPort(1), "/bare/" + answer.recorded());
            // First what warms the servers up: a hit is so short that it is not compiled to the end for a long time.
            throughput(answer, BESIDE_BARE, bare, ROUNDS).judge(0.8);
            waits(answer, BESIDE_BARE, bare, WARM_UP, PAIRS).judge(0.8);
        }
    }

    /** An answer of the cache. */
    private RawAnswer recorded(String path) throws IOException {
        var asked = Contender.cached(CACHED, shop.httpPort(1), path);
        try (var connection = asked.connect()) {
            for (int tries = 0; tries < WARM_UP; tries++) {
                var answer = connection.ask(asked.request());
                if (asked.counts(answer)) {
                    return answer;
                }
            }
        }
        throw new IllegalStateException(path + " does not come from the cache");
    }

    void measureBesideKeptObjects(CloneWithoutCaches other) throws Exception {
        measureBeside(other, BESIDE_OBJECTS);
    }

    void measureBesideDatabase(CloneWithoutCaches other) throws Exception {
        measureBeside(other, BESIDE_DATABASE);
    }

    private void measureBeside(CloneWithoutCaches other, String beside) throws Exception {
        for (var answer : answers) {
            var made = Contender.made(MADE, other.port(), answer.path());
            throughput(answer, beside, made, MADE_ROUNDS).judge(10);
            waits(answer, beside, made, MADE_WARM_UP, MADE_PAIRS).judge(10);
        }
    }

    /** How many times as fast the cache is as something else. */
    private record Beside(Figures figures, String what, double times, String details) {
        private void judge(double least) {
            figures.atLeast(least, what, times, details);
        }
    }

    private Beside waits(Answer answer, String beside, Contender other, int warmUp, int pairs) throws IOException {
        var waits = SideBySide.waits(List.of(cached(answer), other), warmUp, pairs);
        return new Beside(
                figures,
                "%s, cached, %s, one client: times its speed, median of %d pairs"
                        .formatted(answer.what(), beside, pairs),
                waits.ratio(other.name(), CACHED),
                waits.of(CACHED).spread("µs") + " beside "
                        + waits.of(other.name()).spread("µs"));
    }

    private Beside throughput(Answer answer, String beside, Contender other, int rounds) throws Exception {
        var reached = new Throughput(CLIENTS).measure(List.of(cached(answer), other), rounds);
        double cached = reached.get(CACHED).median();
        double others = reached.get(other.name()).median();
        return new Beside(
                figures,
                "%s, cached, %s, %d clients: times its answers a second, median of %d rounds"
                        .formatted(answer.what(), beside, CLIENTS, rounds),
                cached / others,
                String.format(Locale.ROOT, "%.0f a second beside %.0f", cached, others));
    }

    private Contender cached(Answer answer) {
        return Contender.cached(CACHED, shop.httpPort(1), answer.path());
    }
}
