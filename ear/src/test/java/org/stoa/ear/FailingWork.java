package org.stoa.ear;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.Refusal;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;

/** Fails in the way that the payload says. */
@ApplicationScoped
public class FailingWork implements JobWork<String> {
    public static final JobType<String> TYPE = JobType.of("test-failing", 1, String.class);

    @Override
    public JobType<String> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<String> step) {
        return switch (step.payload()) {
            case "never" -> throw new Refusal(Refusal.Kind.INVALID, "Line 7 has no price.");
            case "circle" -> new StepResult("{\"at\": 1}", step.progress(), false);
            default -> throw new IllegalStateException("A secret of the machine");
        };
    }
}
