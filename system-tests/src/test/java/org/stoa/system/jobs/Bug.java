package org.stoa.system.jobs;

import java.util.List;
import java.util.Optional;
import org.stoa.system.faults.Cut;
import org.stoa.system.faults.agent.Effect;

/** A bug that all clones can be given while they run. */
enum Bug {
    /** A worker that lost its job commits what it did all the same. */
    NO_FENCE(Violation.Kind.APPLIED_TWICE, cut(Effect.UNFENCED, "org.stoa.data.SqlUpdate", "of")),
    /** A job is done before it is done. */
    COMPLETED_FIRST(
            Violation.Kind.STEP_MISSING,
            cut(Effect.COMPLETE, "org.stoa.job.JobSteps", "take"),
            // Else nothing would be done at all.
            cut(Effect.UNFENCED, "org.stoa.data.SqlUpdate", "of")),
    /** Nobody looks for jobs that nobody was told of. */
    SWEEP_OFF(Violation.Kind.STUCK, cut(Effect.NOTHING, "org.stoa.job.JobSweep", "sweep")),
    /** A job is submitted, whatever becomes of its cause. */
    SUBMITTED_APART(Violation.Kind.NEVER_SUBMITTED, cut(Effect.APART, "org.stoa.job.Jobs", "insert")),
    /** It is not written down that a batch has ended. */
    CALLED_BACK_AGAIN(Violation.Kind.CALLED_BACK_TWICE),
    /** A long step loses its job while it is at it. */
    NOT_RENEWED(Violation.Kind.TAKEN_FROM_THE_LIVING, cut(Effect.NOTHING, "org.stoa.job.JobRows", "renew"));

    private static final String END_OF_BATCH =
            "update job_batch b set called_at = clock_timestamp(), callback = submitted where b.id = of_batch;";

    private final Violation.Kind broken;
    private final List<Cut> cuts;

    Bug(Violation.Kind broken, Cut... cuts) {
        this.broken = broken;
        this.cuts = List.of(cuts);
    }

    /** The promise that jobs with this bug break. */
    Violation.Kind broken() {
        return broken;
    }

    /** What is changed in each clone. */
    List<Cut> cuts() {
        return cuts;
    }

    /** What is left out of the function that ends batches. */
    Optional<String> leftOut() {
        return this == CALLED_BACK_AGAIN ? Optional.of(END_OF_BATCH) : Optional.empty();
    }

    private static Cut cut(Effect effect, String type, String method) {
        return new Cut(effect, type, method);
    }
}
