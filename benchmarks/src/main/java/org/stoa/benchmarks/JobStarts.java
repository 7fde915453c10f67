package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.Locale;
import org.stoa.job.JobQueue;
import org.stoa.trial.TrialWork.Kind;

/** How soon a job is begun on a cluster that has nothing else to do. */
final class JobStarts {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 12;
    private static final int SUBMISSIONS = 50;

    private final TrialJobs jobs;
    private final Figures figures;

    JobStarts(TrialJobs jobs, Figures figures) {
        this.jobs = jobs;
        this.figures = figures;
    }

    void measure() throws SQLException {
        submit(WARM_UP);
        jobs.clear();
        submit(ROUNDS);
        // By the database's clock, from the insert of the job, which is before its commit, to the first statement of
        // its step.
        var waits = Times.of(jobs.numbers("select extract(epoch from n.at - j.created_at) * 1000"
                + " from trial_note n join every_job j on j.id = n.job"));
        var details = String.format(
                Locale.ROOT,
                "p99 %.1f ms, %d submissions by %s",
                waits.percentile(99),
                waits.sorted().length,
                String.join(" and ", jobs.clones()));
        figures.atMost(
                10, "from the submission to the first statement of the step, idle: ms, p50", waits.median(), details);
        figures.atMost(100, "the same, p99", waits.percentile(99), details);
        jobs.clear();
    }

    private void submit(int rounds) throws SQLException {
        for (int round = 0; round < rounds; round++) {
            jobs.measure(Kind.BELLS, SUBMISSIONS, JobQueue.URGENT, 0);
        }
        jobs.awaitNotes();
    }
}
