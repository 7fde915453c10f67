package org.stoa.system.jobs.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stoa.job.JobQueue;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;

/** Writes down what came of a batch. */
@ApplicationScoped
public class EndingWork implements JobWork<Ending> {
    static final JobType<Ending> TYPE =
            JobType.of("check-ending", 1, Ending.class).in(JobQueue.URGENT).with(Ledger.RETRIES);

    @Inject
    private Ledger ledger;

    @Override
    public JobType<Ending> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Ending> step) {
        ledger.ended(step.job(), step.payload());
        return new StepResult("{}", Progress.NONE, true);
    }
}
