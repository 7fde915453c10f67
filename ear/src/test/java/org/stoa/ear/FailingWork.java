package org.stoa.ear;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.Refusal;
import org.stoa.job.JobWork;

/** Fails in the way that the payload says. */
@ApplicationScoped
public class FailingWork implements JobWork {
    public static final String TYPE = "test-failing";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step step) {
        return switch (step.payload()) {
            case "\"never\"" -> throw new Refusal(Refusal.Kind.INVALID, "Line 7 has no price.");
            case "\"circle\"" -> new StepResult("{\"at\": 1}", step.progress(), false);
            default -> throw new IllegalStateException("A secret of the machine");
        };
    }
}
