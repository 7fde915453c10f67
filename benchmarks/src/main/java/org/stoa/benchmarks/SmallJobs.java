package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.stoa.job.JobQueue;
import org.stoa.trial.NoteWork;

/** Many jobs of one insert each, done by all workers of a queue on both clones, beside as many bare connections. */
final class SmallJobs {
    private static final JobQueue QUEUE = JobQueue.URGENT;
    private static final int CONNECTIONS = 2 * QUEUE.workers();

    /** Until the servers have compiled what they run. */
    private static final int WARM_UP = 2;

    private static final int ROUNDS = 5;
    private static final int JOBS = 2000;

    /** From when all clones have begun: their sweeps come up to a second apart. */
    private static final String RATE = """
            with trial as (select * from job where type = '%s'),
                 began as (select max(first) as at from (select min(claimed_at) as first from trial group by clone))
            select count(*) / extract(epoch from max(finished_at) - min(began.at))
              from trial, began where finished_at > began.at
            """;

    private final BenchmarkShop shop;
    private final TrialJobs jobs;
    private final Figures figures;

    SmallJobs(BenchmarkShop shop, TrialJobs jobs, Figures figures) {
        this.shop = shop;
        this.jobs = jobs;
        this.figures = figures;
    }

    void measure() throws Exception {
        var engine = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double byBare = byConnections();
            double byEngine = byEngine();
            if (round >= 0) {
                engine.add(byEngine);
                bare.add(byBare);
                ratios.add(byEngine / byBare);
            }
        }
        figures.atLeast(
                0.25,
                "jobs of one insert, %d workers beside as many bare connections: times, median of %d rounds after %d"
                        .formatted(CONNECTIONS, ROUNDS, WARM_UP),
                Times.of(ratios).median(),
                String.format(
                        Locale.ROOT,
                        "%.0f a second beside %.0f",
                        Times.of(engine).median(),
                        Times.of(bare).median()));
    }

    private double byEngine() throws SQLException {
        jobs.pause(QUEUE, true);
        jobs.addNotes(NoteWork.TYPE.name(), QUEUE, JOBS);
        jobs.pause(QUEUE, false);
        jobs.awaitNotes();
        double rate = jobs.numbers(RATE.formatted(NoteWork.TYPE.name())).get(0);
        jobs.clear();
        return rate;
    }

    private double byConnections() throws Exception {
        jobs.addNotes(BareJobs.TYPE, QUEUE, JOBS);
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var open = new ArrayList<BareJobs>();
        try {
            for (int n = 0; n < CONNECTIONS; n++) {
                open.add(new BareJobs(shop.connect("primary"), QUEUE));
            }
            long begin = System.nanoTime();
            int done = 0;
            for (var each : threads.invokeAll(open)) {
                done += each.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (done != JOBS) {
                throw new IllegalStateException("Of %d jobs %d were done".formatted(JOBS, done));
            }
            return done / seconds;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A connection failed", e);
        } finally {
            threads.shutdownNow();
            for (var each : open) {
                each.close();
            }
            jobs.clear();
        }
    }
}
