package org.stoa.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.stoa.data.SqlUpdate;
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

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    /** What is noted. */
    public record Note(String text) {}

    @Override
    public JobType<Note> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Note> step) {
        SqlUpdate.of(primary, "insert into trial_note (job, text) values (:job, :text)")
                .setParameter("job", step.job().value())
                .setParameter("text", step.payload().text())
                .executeUpdate();
        return new StepResult("{}", Progress.NONE, true);
    }
}
