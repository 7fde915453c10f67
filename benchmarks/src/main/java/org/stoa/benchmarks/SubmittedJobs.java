package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stoa.job.JobQueue;
import org.stoa.trial.TrialWork.Kind;

/**
 * A transaction that submits a job beside the same without, in pairs, one submitter, inside a clone and below HTTP: with the
 * row, its commit, the look after it and the bell. The jobs wait in a queue that is paused, so that it is the price of the submission
 * and not that of the work, which whoever does it pays on the same two cores; with the work it is measured, too.
 */
final class SubmittedJobs {
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 10;
    private static final int PAIRS = 200;

    private final TrialJobs jobs;
    private final Figures figures;

    /** Which is changed. */
    private final long product;

    SubmittedJobs(TrialJobs jobs, Figures figures, long product) {
        this.jobs = jobs;
        this.figures = figures;
        this.product = product;
    }

    void measure() throws SQLException {
        jobs.pause(JobQueue.MAIL, true);
        try {
            var notes = pairs(Kind.NOTES, JobQueue.MAIL);
            figures.atMost(
                    1.3,
                    "a transaction of one insert that submits a job, beside the same without: times, median of %d pairs"
                            .formatted(notes.size()),
                    ratio(notes),
                    both(notes));
            figures.note(
                    "the same with a second such insert in place of the job", text(pairs(Kind.INSERTS, JobQueue.MAIL)));
            var sales = pairs(Kind.SALES, JobQueue.MAIL);
            figures.note("the same with a change of a product", text(sales));
        } finally {
            jobs.clear();
            jobs.pause(JobQueue.MAIL, false);
        }
        figures.note("the first while the jobs are done on the same cores", text(pairs(Kind.NOTES, JobQueue.URGENT)));
        jobs.awaitNotes();
        jobs.clear();
    }

    /** For comparison only. */
    void measureDistributed() throws SQLException {
        jobs.pause(JobQueue.MAIL, true);
        try {
            figures.note(
                    "a transaction of one insert and a job, as a distributed transaction with a message, beside it",
                    text(pairs(Kind.MESSAGES, JobQueue.MAIL)));
        } finally {
            jobs.clear();
            jobs.pause(JobQueue.MAIL, false);
        }
    }

    private List<TrialJobs.Pair> pairs(Kind kind, JobQueue queue) throws SQLException {
        var pairs = new ArrayList<TrialJobs.Pair>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            var measured = jobs.measure(kind, PAIRS, queue, product);
            if (round >= 0) {
                pairs.addAll(measured);
            }
        }
        return pairs;
    }

    private static double ratio(List<TrialJobs.Pair> pairs) {
        return Times.of(pairs.stream().map(TrialJobs.Pair::ratio).toList()).median();
    }

    private static String text(List<TrialJobs.Pair> pairs) {
        return "%.2f times; %s".formatted(ratio(pairs), both(pairs));
    }

    private static String both(List<TrialJobs.Pair> pairs) {
        return Times.of(pairs.stream().map(TrialJobs.Pair::second).toList()).spread("ms") + " beside "
                + Times.of(pairs.stream().map(TrialJobs.Pair::first).toList()).spread("ms");
    }
}
