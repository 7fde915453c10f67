package org.stoa.benchmarks;

/** The change feed: what it costs a writer and the primary, and what readers have of it. */
final class FeedBenchmark {
    private final BenchmarkShop shop;

    FeedBenchmark(BenchmarkShop shop) {
        this.shop = shop;
    }

    /** Whether the promises were kept. */
    boolean run() throws Exception {
        var figures = new Figures("feed");
        new FollowedWrites(shop, figures).measure();
        new BesideFrozenClone(shop, figures).measure();
        new BesideCutOffClone(shop, figures).measure();
        new LookCost(shop, figures).measure();
        new ChangeAge(shop, figures).measure();
        new RecentWriters(shop, figures).measure();
        figures.print();
        return figures.areKept();
    }
}
