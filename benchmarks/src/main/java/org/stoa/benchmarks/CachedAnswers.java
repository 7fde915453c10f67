package org.stoa.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A product's page and its JSON, answered from the memory of a clone: beside a handler in the same server that does nothing but send
 * the same bytes, and beside a clone that makes the answer each time.
 */
final class CachedAnswers {
    private static final String CACHED = "cached";
    private static final String BARE = "bare";
    private static final String MADE = "made each time";
    private static final int WARM_UP = 10_000;
    private static final int PAIRS = 5000;
    private static final int MADE_WARM_UP = 1500;
    private static final int MADE_PAIRS = 1000;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 11;

    private final BenchmarkShop shop;
    private final Figures figures;
    private final CloneWithoutPageCache other;
    private final ShopProduct product;

    CachedAnswers(BenchmarkShop shop, Figures figures, CloneWithoutPageCache other, ShopProduct product) {
        this.shop = shop;
        this.figures = figures;
        this.other = other;
        this.product = product;
    }

    void measure() throws Exception {
        BareApplication.deploy(shop, Map.of("page", recorded(product.page()), "json", recorded(product.json())));
        measure("product page", product.page(), "page");
        measure("product as JSON", product.json(), "json");
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

    private void measure(String what, String path, String recorded) throws Exception {
        var cached = Contender.cached(CACHED, shop.httpPort(1), path);
        var bare = Contender.other(BARE, shop.httpPort(1), "/bare/" + recorded);
        var made = Contender.made(MADE, other.port(), path);
        // First what warms the servers up: a hit is so short that it is not compiled to the end for a long time.
        throughput(what, List.of(cached, bare, made));
        waits(what, cached, bare, made);
    }

    private void waits(String what, Contender cached, Contender bare, Contender made) throws IOException {
        var pairs = SideBySide.waits(List.of(cached, bare), WARM_UP, PAIRS);
        figures.atLeast(
                0.8,
                what
                        + ", cached, beside a bare handler, one client: times its speed, median of %d pairs"
                                .formatted(PAIRS),
                pairs.get(BARE).median() / pairs.get(CACHED).median(),
                pairs.get(CACHED).spread("µs") + " beside " + pairs.get(BARE).spread("µs"));
        var others = SideBySide.waits(List.of(cached, made), MADE_WARM_UP, MADE_PAIRS);
        figures.atLeast(
                10,
                what
                        + ", cached, beside made each time, one client: times its speed, median of %d pairs"
                                .formatted(MADE_PAIRS),
                others.get(MADE).median() / others.get(CACHED).median(),
                others.get(CACHED).spread("µs") + " beside " + others.get(MADE).spread("µs"));
    }

    private void throughput(String what, List<Contender> contenders) throws Exception {
        var reached = new Throughput(CLIENTS).measure(contenders, ROUNDS);
        double cached = reached.get(CACHED).median();
        double bare = reached.get(BARE).median();
        double made = reached.get(MADE).median();
        var details = String.format(Locale.ROOT, "%.0f a second, bare %.0f, made each time %.0f", cached, bare, made);
        var rounds = ", %d clients: times its answers a second, median of %d rounds".formatted(CLIENTS, ROUNDS);
        figures.atLeast(0.8, what + ", cached, beside a bare handler" + rounds, cached / bare, details);
        figures.atLeast(10, what + ", cached, beside made each time" + rounds, cached / made, details);
    }
}
