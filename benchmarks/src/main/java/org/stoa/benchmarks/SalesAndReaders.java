package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ten sales a second over the demo shop while many read it: how often the page cache answers, and how often a change is read anew. */
final class SalesAndReaders {
    private static final int PRODUCTS = 240;
    private static final int SALES_A_SECOND = 10;
    private static final int READERS = 64;
    /** Until both clones have compiled what they do; before that a page takes longer than anybody waits for it. */
    private static final int WARM_UP_SECONDS = 30;

    /** As people do who turn pages quickly; and as fast as the machine can. */
    private static final List<Integer> PAUSES_MILLIS = List.of(50, 0);

    private static final int SECONDS = 20;
    private static final String PAGES = "pages";
    private static final String OBJECTS = "objects";
    private static final List<String> CACHES = List.of(PAGES, OBJECTS, "queries");

    private final BenchmarkShop shop;
    private final Figures figures;

    private record Moment(Map<ReadAddress.Kind, ReadTally> read, Map<String, Double> loads) {
        private Moment since(Moment before) {
            var tallies = new EnumMap<ReadAddress.Kind, ReadTally>(ReadAddress.Kind.class);
            read.forEach((kind, tally) -> tallies.put(kind, tally.since(before.read.get(kind))));
            var loaded = new TreeMap<String, Double>();
            loads.forEach((cache, number) -> loaded.put(cache, number - before.loads.get(cache)));
            return new Moment(tallies, loaded);
        }

        private ReadTally sum(Predicate<ReadAddress.Kind> kinds) {
            return read.entrySet().stream()
                    .filter(tally -> kinds.test(tally.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(ReadTally.NONE, ReadTally::plus);
        }
    }

    private record Trade(int sold, int failed, double seconds) {}

    SalesAndReaders(BenchmarkShop shop, Figures figures) {
        this.shop = shop;
        this.figures = figures;
    }

    void measure() throws Exception {
        var ofProducts = new HashMap<Long, List<ReadAddress>>();
        var products = ShopProduct.oldest(shop, PRODUCTS);
        for (var product : products) {
            ofProducts.put(
                    product.id(),
                    List.of(
                            new ReadAddress(ReadAddress.Kind.PRODUCT_PAGE, product.page()),
                            new ReadAddress(ReadAddress.Kind.PRODUCT_JSON, product.json())));
        }
        var addresses = new ArrayList<>(lists());
        ofProducts.values().forEach(addresses::addAll);
        var sales = new Sales(
                shop, products, product -> ofProducts.get(product.id()).forEach(ReadAddress::change));
        for (int pause : PAUSES_MILLIS) {
            trade(addresses, sales, WARM_UP_SECONDS, pause);
            // Counted while nobody reads: what the readers saw and what the clones have loaded belong together.
            var before = moment(addresses);
            var trade = trade(addresses, sales, SECONDS, pause);
            report(
                    "%d readers who pause for %d ms".formatted(READERS, pause),
                    moment(addresses).since(before),
                    trade);
        }
    }

    private Trade trade(List<ReadAddress> addresses, Sales sales, int seconds, int pause) throws InterruptedException {
        long begin = System.nanoTime();
        int sold = sales.done();
        int failed = sales.failed();
        try (var readers = new PageReaders(addresses, pause)) {
            readers.begin(READERS, List.of(shop.httpPort(1), shop.httpPort(2)));
            sales.during(SALES_A_SECOND, seconds);
        }
        return new Trade(sales.done() - sold, sales.failed() - failed, (System.nanoTime() - begin) / 1e9);
    }

    /** The pages that show many products. */
    private List<ReadAddress> lists() throws SQLException {
        var found = new ArrayList<ReadAddress>();
        found.add(new ReadAddress(ReadAddress.Kind.HOME, "/"));
        try (var primary = shop.connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery(
                        "select slug from category where id in (select category_id from product where status = 'ACTIVE')")) {
            while (rows.next()) {
                found.add(new ReadAddress(ReadAddress.Kind.CATEGORY, "/categories/" + rows.getString(1)));
            }
        }
        return found;
    }

    private Moment moment(List<ReadAddress> addresses) {
        var read = new EnumMap<ReadAddress.Kind, ReadTally>(ReadAddress.Kind.class);
        addresses.forEach(address -> read.merge(address.kind(), address.tally(), ReadTally::plus));
        return new Moment(read, CACHES.stream().collect(Collectors.toMap(cache -> cache, this::loads)));
    }

    /** How often something was made for a cache, by both clones. */
    private double loads(String cache) {
        return Stream.of(shop.clone(1), shop.clone(2))
                .mapToDouble(
                        clone -> clone.metrics().sum("stoa_cache_total", "cache=\"" + cache + '"', "result=\"load\""))
                .sum();
    }

    private void report(String readers, Moment growth, Trade trade) {
        var pages = growth.sum(kind -> kind != ReadAddress.Kind.PRODUCT_JSON);
        figures.atLeast(
                0.95,
                "%s, %d sales a second: share of pages from the page cache".formatted(readers, SALES_A_SECOND),
                pages.hitRatio(),
                String.format(
                        Locale.ROOT,
                        "%.0f pages and %.1f sales a second, %d sales failed",
                        (pages.hits() + pages.waited()) / trade.seconds(),
                        trade.sold() / trade.seconds(),
                        trade.failed()));
        growth.read()
                .forEach((kind, tally) -> figures.note(
                        readers + ": " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        String.format(
                                Locale.ROOT, "share %.3f; %d readers had to wait", tally.hitRatio(), tally.waited())));
        perChange(
                readers + ": pages and JSON made",
                growth.loads().get(PAGES),
                growth.sum(kind -> true).changesRead(),
                growth);
        perChange(readers + ": objects loaded", growth.loads().get(OBJECTS), trade.sold(), growth);
    }

    private void perChange(String what, double loads, long changes, Moment growth) {
        figures.atMost(
                1.2,
                what + " for each change that was read, on both clones together",
                loads / Math.max(1, changes),
                "%d changes; all loads: %s".formatted(changes, growth.loads()));
    }
}
