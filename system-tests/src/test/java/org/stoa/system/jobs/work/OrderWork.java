package org.stoa.system.jobs.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.job.BatchId;
import org.stoa.job.JobBatches;
import org.stoa.job.JobId;
import org.stoa.job.JobQueue;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Jobs;
import org.stoa.job.Progress;
import org.stoa.job.Submission;

/** Submits other jobs and writes them down, in the transaction of its only step. */
@ApplicationScoped
public class OrderWork implements JobWork<Order> {
    /** Its jobs. */
    public static final JobType<Order> TYPE =
            JobType.of("check-order", 1, Order.class).in(JobQueue.URGENT).with(Ledger.RETRIES);

    private static final int MOST_STEPS = 5;

    @Inject
    private Jobs jobs;

    @Inject
    private JobBatches batches;

    @Inject
    private Ledger ledger;

    @Override
    public JobType<Order> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Order> step) {
        var order = step.payload();
        var batch = order.batch() ? Optional.of(open(step.job(), order)) : Optional.<BatchId>empty();
        for (int n = 0; n < order.plain(); n++) {
            int steps = n % MOST_STEPS + 1;
            submit(batch, TaskWork.TYPE, "plain", new Task(steps, order.millis(), false, null), queue(n));
        }
        for (int n = 0; n < order.effects(); n++) {
            submit(batch, TaskWork.TYPE, "effect", new Task(1, order.millis(), false, order.outside()), queue(n + 1));
        }
        for (int n = 0; n < order.doomed(); n++) {
            submit(batch, DoomedWork.TYPE, "doomed", new Task(0, 0, false, null), JobQueue.BULK);
        }
        ledger.applied(step.job(), 1);
        if (order.rolledBack()) {
            throw new Refusal(Refusal.Kind.INVALID, "It is rolled back, as it was told.");
        }
        return new StepResult("{}", Progress.NONE, true);
    }

    private BatchId open(JobId job, Order order) {
        int jobsOfIt = order.plain() + order.effects() + order.doomed();
        ledger.opened(job.toString(), jobsOfIt, order.doomed());
        return batches.open(Submission.of(EndingWork.TYPE, new Ending(job.toString(), 0, 0)));
    }

    private void submit(Optional<BatchId> batch, JobType<Task> type, String kind, Task task, JobQueue queue) {
        var wanted = Submission.of(type, task).in(queue);
        var job = jobs.submit(batch.map(wanted::of).orElse(wanted));
        ledger.submitted(job, kind, task.steps());
    }

    private static JobQueue queue(int n) {
        return JobQueue.values()[n % JobQueue.values().length];
    }
}
