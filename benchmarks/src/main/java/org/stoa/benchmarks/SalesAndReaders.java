package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Ten sales a second over the demo shop while many read it: how often the page cache answers, and how often a change is read anew. */
final class SalesAndReaders {
    private static final int PRODUCTS = 240;
    private static final int SALES_A_SECOND = 10;
    private static final int READERS = 64;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final String OBJECTS = "cache=\"objects\"";

    private final BenchmarkShop shop;
    private final Figures figures;

    private record Moment(Map<ReadAddress.Kind, ReadTally> read, int sold, double objectLoads) {
        private Moment since(Moment before) {
            var growth = new EnumMap<ReadAddress.Kind, ReadTally>(ReadAddress.Kind.class);
            read.forEach((kind, tally) -> growth.put(kind, tally.since(before.read.get(kind))));
            return new Moment(growth, sold - before.sold, objectLoads - before.objectLoads);
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
        double loads = List.of(shop.clone(1), shop.clone(2)).stream()
                .mapToDouble(clone -> clone.metrics().sum("stoa_cache(_total)?", OBJECTS, "result=\"load\""))
                .sum();
        return new Moment(read, sales.done(), loads);
    }

    private void report(Moment growth, int failed) {
        var pages = growth.read().entrySet().stream()
                .filter(read -> read.getKey() != ReadAddress.Kind.PRODUCT_JSON)
                .map(Map.Entry::getValue)
                .reduce(ReadTally.NONE, ReadTally::plus);
        var sold =
                String.format(Locale.ROOT, "%.1f sales a second, %d failed", growth.sold() / (double) SECONDS, failed);
        figures.atLeast(
                0.95,
                "pages from the page cache, at %d sales a second and %d readers: share"
                        .formatted(SALES_A_SECOND, READERS),
                pages.hitRatio(),
                "%d pages a second, %s".formatted((pages.hits() + pages.loads()) / SECONDS, sold));
        growth.read()
                .forEach((kind, tally) -> figures.note(
                        "of these, " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        String.format(Locale.ROOT, "share %.3f, %d made", tally.hitRatio(), tally.loads())));
        perChange("pages of products that were made", growth.read().get(ReadAddress.Kind.PRODUCT_PAGE));
        perChange("JSON of products that was made", growth.read().get(ReadAddress.Kind.PRODUCT_JSON));
        figures.atMost(
                1.2,
                "objects loaded for each sale, on both clones together",
                growth.objectLoads() / Math.max(1, growth.sold()),
                String.format(Locale.ROOT, "%.0f loads, %d sales", growth.objectLoads(), growth.sold()));
    }

    private void perChange(String what, ReadTally tally) {
        figures.atMost(
                1.2,
                what + " for each change that was read, on both clones together",
                tally.loadsPerChange(),
                "%d made, %d changes read".formatted(tally.loads(), tally.changesRead()));
    }
}
