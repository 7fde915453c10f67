package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ten sales a second over the demo shop while many read it: how often the page cache answers, and how often a change is read anew. */
final class SalesAndReaders {
    private static final int PRODUCTS = 240;
    private static final int SALES_A_SECOND = 10;
    private static final int READERS = 64;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final String PAGES = "pages";
    private static final String OBJECTS = "objects";
    private static final List<String> CACHES = List.of(PAGES, OBJECTS, "queries");

    private final BenchmarkShop shop;
    private final Figures figures;

    private record Moment(Map<ReadAddress.Kind, ReadTally> read, int sold, Map<String, Double> loads) {
        private Moment since(Moment before) {
            var tallies = new EnumMap<ReadAddress.Kind, ReadTally>(ReadAddress.Kind.class);
            read.forEach((kind, tally) -> tallies.put(kind, tally.since(before.read.get(kind))));
            var loaded = new HashMap<String, Double>();
            loads.forEach((cache, number) -> loaded.put(cache, number - before.loads.get(cache)));
            return new Moment(tallies, sold - before.sold, loaded);
        }

        private ReadTally sum(Predicate<ReadAddress.Kind> kinds) {
            return read.entrySet().stream()
                    .filter(tally -> kinds.test(tally.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(ReadTally.NONE, ReadTally::plus);
        }
    }

    SalesAndReaders(BenchmarkShop shop, Figures figures) {
        this.shop = shop;
        this.figures = figures;
    }

    void measure() throws Exception {
        var products = ShopProduct.oldest(shop, PRODUCTS);
        var ofProducts = new HashMap<Long, List<ReadAddress>>();
        for (var product : products) {
            ofProducts.put(
                    product.id(),
                    List.of(
                            new ReadAddress(ReadAddress.Kind.PRODUCT_PAGE, product.page()),
                            new ReadAddress(ReadAddress.Kind.PRODUCT_JSON, product.json())));
        }
        var addresses = new ArrayList<>(lists());
        ofProducts.values().forEach(addresses::addAll);
        try (var readers = new PageReaders(addresses);
                var sales = new Sales(
                        shop, products, product -> ofProducts.get(product.id()).forEach(ReadAddress::change))) {
            readers.begin(READERS, List.of(shop.httpPort(1), shop.httpPort(2)));
            sales.begin(SALES_A_SECOND);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            var before = moment(readers, sales);
            TimeUnit.SECONDS.sleep(SECONDS);
            report(moment(readers, sales).since(before), sales.failed());
        }
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

    private Moment moment(PageReaders readers, Sales sales) {
        var read = new EnumMap<ReadAddress.Kind, ReadTally>(ReadAddress.Kind.class);
        for (var kind : ReadAddress.Kind.values()) {
            read.put(kind, readers.tally(kind));
        }
        return new Moment(read, sales.done(), CACHES.stream().collect(Collectors.toMap(cache -> cache, this::loads)));
    }

    /** How often something was made for a cache, by both clones. */
    private double loads(String cache) {
        return Stream.of(shop.clone(1), shop.clone(2))
                .mapToDouble(
                        clone -> clone.metrics().sum("stoa_cache_total", "cache=\"" + cache + '"', "result=\"load\""))
                .sum();
    }

    private void report(Moment growth, int failed) {
        var pages = growth.sum(kind -> kind != ReadAddress.Kind.PRODUCT_JSON);
        figures.atLeast(
                0.95,
                "pages from the page cache, at %d sales a second and %d readers: share"
                        .formatted(SALES_A_SECOND, READERS),
                pages.hitRatio(),
                String.format(
                        Locale.ROOT,
                        "%d pages a second, %.1f sales a second, %d failed",
                        (pages.hits() + pages.waited()) / SECONDS,
                        growth.sold() / (double) SECONDS,
                        failed));
        growth.read()
                .forEach((kind, tally) -> figures.note(
                        "of these, " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        String.format(
                                Locale.ROOT, "share %.3f; %d readers had to wait", tally.hitRatio(), tally.waited())));
        perChange("pages and JSON made", PAGES, growth, growth.sum(kind -> true).changesRead());
        perChange("objects loaded", OBJECTS, growth, growth.sold());
    }

    private void perChange(String what, String cache, Moment growth, long changes) {
        double loads = growth.loads().get(cache);
        figures.atMost(
                1.2,
                what + " for each change that was read, on both clones together",
                loads / Math.max(1, changes),
                String.format(
                        Locale.ROOT,
                        "%.0f loads, %d changes read, %d sales; all loads: %s",
                        loads,
                        changes,
                        growth.sold(),
                        growth.loads()));
    }
}
