package org.stoa.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The job engine: what it costs to submit a job, how soon it is begun, and how many small ones are done. */
final class JobsBenchmark {
    private static final int SOME_BOOKS = 100;

    private final BenchmarkShop shop;

    /**
     * Measures.
     *
     * @param shop with the works of {@code org.stoa.trial}
     */
    JobsBenchmark(BenchmarkShop shop) {
        this.shop = shop;
    }

    /** Whether the promises were kept. */
    boolean run() throws Exception {
        var figures = new Figures("jobs");
        shop.importBooks(GeneratedBooks.csv(1, SOME_BOOKS).getBytes(StandardCharsets.UTF_8));
        DistributedTransactions.allow(shop);
        try (var jobs = new TrialJobs(shop.connect("primary"))) {
            // The most jobs first: the servers compile what they run.
            new SmallJobs(shop, jobs, figures).measure();
            new JobStarts(jobs, figures).measure();
            var submitted = new SubmittedJobs(jobs, figures, product());
            submitted.measure();
            submitted.measureDistributed();
        }
        figures.print();
        return figures.areKept();
    }

    private long product() throws SQLException {
        return shop.products().get(0);
    }
}
