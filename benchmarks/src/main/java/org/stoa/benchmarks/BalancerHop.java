package org.stoa.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What it costs that a balancer stands between the visitor and the clones: a cached page, directly and through it. */
final class BalancerHop {
    private static final String DIRECT = "directly";
    private static final String OWN = "through the balancer";
    private static final String HAPROXY = "through HAProxy";
    private static final int WARM_UP = 2000;
    private static final int ROUNDS = 3000;
    private static final int CLIENTS = 8;
    private static final int TURNS = 7;

    private final BenchmarkShop shop;
    private final Figures figures;
    private final String path;

    BalancerHop(BenchmarkShop shop, Figures figures, ShopProduct product) {
        this.shop = shop;
        this.figures = figures;
        this.path = product.page();
    }

    void measure() throws Exception {
        var contenders = new ArrayList<Contender>();
        contenders.add(Contender.cached(DIRECT, shop.httpPort(1), path));
        contenders.add(Contender.cached(OWN, shop.balancerPort(), path));
        var haproxy = HaProxy.start(BenchmarkShop.directory(), List.of(shop.httpPort(1), shop.httpPort(2)));
        if (haproxy.isEmpty()) {
            figures.note("a cached page through HAProxy", "not measured: haproxy is not installed");
            measure(contenders);
            return;
        }
        try (var other = haproxy.get()) {
            contenders.add(Contender.cached(HAPROXY, other.port(), path));
            measure(contenders);
        }
    }

    private void measure(List<Contender> contenders) throws Exception {
        var waits = SideBySide.waits(contenders, WARM_UP, ROUNDS);
        var answers = new Throughput(CLIENTS).measure(contenders, TURNS);
        contenders.forEach(contender -> note(contender.name(), waits, answers));
    }

    private void note(String name, SideBySide.Waits waits, Map<String, Times> answers) {
        double more = waits.of(name).median() - waits.of(DIRECT).median();
        figures.note(
                "a cached page " + name + ": one client, and %d clients at once".formatted(CLIENTS),
                waits.of(name).spread("µs")
                        + (name.equals(DIRECT) ? "" : String.format(Locale.ROOT, ", %.0f µs more", more))
                        + String.format(
                                Locale.ROOT,
                                "; %.0f a second",
                                answers.get(name).median()));
    }
}
