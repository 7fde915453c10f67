package org.stoa.system.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.Processes;
import org.stoa.system.faults.Workload;

/** Plays on a running shop whose EAR has the works of {@code org.stoa.system.jobs.work}: jobs are done, things break, and what came of it is judged. */
public final class JobsPlay implements AutoCloseable {
    private static final int QUICK_JOBS = 500;

    /** With that, half of all workers are busy. */
    private static final long STEP_MILLIS = 150;

    /** A job that found its database away comes back within a minute. */
    private static final Duration LONGEST_END = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final Consumer<String> lines;
    private final Records records;

    /**
     * @param cluster runs, with at least two clones, and nothing is broken
     * @param lines told what is done
     */
    public JobsPlay(Cluster cluster, Consumer<String> lines) throws SQLException {
        this.cluster = cluster;
        this.lines = lines;
        this.records = new Records(cluster);
    }

    /**
     * Jobs are submitted, done, taken back and come again while one thing after the other breaks; until all is finished.
     *
     * @param jobs how many, orders included; some more come from the schedule and the ends of batches
     * @param blows what breaks
     */
    History run(int jobs, List<Blow> blows) throws SQLException {
        records.clear();
        var history = new History();
        var pace = new Pace(jobs, blows.size());
        var breaker = new Breaker(cluster, records, history, lines);
        breaker.awaitReady();
        try (var workload = new Workload()) {
            start(workload, history, pace);
            blows.forEach(blow -> {
                breaker.run(blow);
                pace.faultEnded();
            });
            Processes.await(jobs + " jobs are submitted", LONGEST_END, () -> records.submitted() >= jobs);
        }
        breaker.awaitReady();
        awaitEnd();
        records.readInto(history);
        return history;
    }

    private void start(Workload workload, History history, LongSupplier wanted) throws SQLException {
        workload.start("orders", Duration.ofMillis(100), new Orders(records, wanted, STEP_MILLIS));
        workload.start("ticker", Duration.ofSeconds(1), new Ticker(cluster, records, history));
        workload.start("canceller", Duration.ofSeconds(2), new Canceller(cluster, records, history));
    }

    /** Until all is finished, or patience ends: what is not finished then is stuck. */
    private void awaitEnd() throws SQLException {
        long end = System.nanoTime() + LONGEST_END.toNanos();
        while (records.unfinished() > 0 && System.nanoTime() < end) {
            Processes.pause(Duration.ofMillis(200));
        }
    }

    /** The quick form: those faults that two clones and a primary can have in a minute. */
    public Seen quickly() throws SQLException {
        var history = run(QUICK_JOBS, new Blows(cluster).few());
        var verdict = new Verifier(history).judge();
        var report = new Report(lines);
        report.run(history, verdict);
        report.takeovers(history);
        return Seen.of(history, verdict);
    }

    /**
     * Plants a bug and plays the smallest play by which it is found.
     *
     * @param bug the name of a {@link Bug}
     * @return whether the promise that it breaks was seen broken
     */
    public boolean finds(String bug) throws SQLException {
        var planted = Bug.valueOf(bug);
        var verdict = planted(planted);
        lines.accept(bug + ": " + verdict.counts());
        return verdict.counts().containsKey(planted.broken());
    }

    /** What is to be said of a trial whose bug is planted. */
    Verdict planted(Bug bug) throws SQLException {
        lines.accept(bug + " planted");
        records.clear();
        var history = new History();
        var planted = new BugPlanter(cluster, bug);
        try (planted) {
            new Trials(records, history, true).play(bug);
            // What it does is judged, not what becomes of it when it is gone.
            records.readInto(history);
        } finally {
            records.clear();
        }
        return new Verifier(history).judge();
    }

    /** What is to be said of a trial as the shop is. */
    Verdict unplanted(Bug bug) throws SQLException {
        lines.accept(bug + " not planted");
        records.clear();
        var history = new History();
        new Trials(records, history, false).play(bug);
        records.readInto(history);
        return new Verifier(history).judge();
    }

    @Override
    public void close() throws SQLException {
        records.close();
    }
}
