package org.stoa.system.jobs.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.Refusal;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;

/** Can't be done. */
@ApplicationScoped
public class DoomedWork implements JobWork<Task> {
    static final JobType<Task> TYPE = JobType.of("check-doomed", 1, Task.class).with(Ledger.RETRIES);

    @Override
    public JobType<Task> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Task> step) {
        throw new Refusal(Refusal.Kind.INVALID, "It can't be done, as it was told.");
    }
}
