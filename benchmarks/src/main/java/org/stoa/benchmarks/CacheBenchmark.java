package org.stoa.benchmarks;

/** The caches: what an answer from memory costs, what it leaves undisturbed, and how well it keeps up with changes. */
final class CacheBenchmark {
    private static final int UNREAD = 5000;
    private static final int POPULAR = 20;

    private final BenchmarkShop shop;

    CacheBenchmark(BenchmarkShop shop) {
        this.shop = shop;
    }

    /** Whether the promises were kept. */
    boolean run() throws Exception {
        var figures = new Figures("cache");
        var unread = ShopProduct.newest(shop, UNREAD).iterator();
        var popular = ShopProduct.oldest(shop, POPULAR).get(POPULAR - 1);
        var answers = new CachedAnswers(shop, figures, popular);
        answers.measureBesideBare();
        try (var other = CloneWithoutCaches.keepingNoPages(shop)) {
            answers.measureBesideKeptObjects(other);
            new OneUser(shop, figures, other, unread).measure();
        }
        try (var other = CloneWithoutCaches.keepingNothing(shop)) {
            answers.measureBesideDatabase(other);
        }
        new BalancerHop(shop, figures, popular).measure();
        new SalesAndReaders(shop, figures).measure();
        StatementCounts.begin(shop);
        try (var counters = Counters.of(shop)) {
            new UndisturbedReads(shop, figures, counters).measure(popular, unread);
            new MemberPages(shop, figures, counters).measure(popular);
        }
        figures.print();
        return figures.areKept();
    }
}
