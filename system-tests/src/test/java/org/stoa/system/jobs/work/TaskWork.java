package org.stoa.system.jobs.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.stoa.job.JobId;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;

/** Steps that each write into the ledger; where there is an effect outside, it comes before. */
@ApplicationScoped
public class TaskWork implements JobWork<Task> {
    /** Its jobs. */
    public static final JobType<Task> TYPE =
            JobType.of("check-task", 1, Task.class).with(Ledger.RETRIES);

    /** Of the attempts on a clone that may stumble, every second one does, beginning with the first. */
    private final AtomicInteger attempts = new AtomicInteger();

    @Inject
    private Ledger ledger;

    @Override
    public JobType<Task> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Task> step) {
        var task = step.payload();
        int at = step.checkpoint() == null ? 1 : Integer.parseInt(step.checkpoint()) + 1;
        if (task.outside() != null) {
            tell(Path.of(task.outside()), step.job());
        }
        ledger.applied(step.job(), at);
        ledger.rest(task.millis());
        if (task.stumbles() && attempts.getAndIncrement() % 2 == 0) {
            throw new IllegalStateException("It stumbles, as it was told to");
        }
        return new StepResult(String.valueOf(at), new Progress(at, task.steps(), ""), at >= task.steps());
    }

    /** One line, written at once. */
    private static void tell(Path outside, JobId job) {
        try {
            Files.writeString(
                    outside,
                    job.value() + " " + Ledger.node() + " " + System.currentTimeMillis() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
