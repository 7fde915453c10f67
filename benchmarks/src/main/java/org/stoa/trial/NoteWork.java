package org.stoa.trial;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.job.JobQueue;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;

/** The smallest job: one insert, of its own id. Packed into the application by the benchmark of the jobs. */
@ApplicationScoped
public class NoteWork implements JobWork<NoteWork.Note> {
    /** Somebody waits for them. */
    public static final JobType<Note> TYPE =
            JobType.of("trial-note", 1, Note.class).in(JobQueue.URGENT);

    @EJB
    private TrialTransactions transactions;

    /** What is noted. */
    public record Note(String text) {}

    @Override
    public JobType<Note> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Note> step) {
        transactions.note(step.job(), step.payload());
        return new StepResult("{}", Progress.NONE, true);
    }
}
