package org.stoa.system.jobs.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.stoa.data.SqlUpdate;
import org.stoa.job.JobId;
import org.stoa.job.Retries;

/** What jobs and orders write down in the transaction of their step. Nothing in it is unique: what happens twice shows. */
@ApplicationScoped
public class Ledger {
    /** Things break all the time: so often in a row that no job is dead for that. */
    static final Retries RETRIES = new Retries(30, Duration.ofMillis(200), Duration.ofSeconds(2));

    /** The server ends a transaction in which nothing happens for longer than five times that. */
    private static final long LONGEST_REST = 1_000;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    /** A step took effect. */
    void applied(JobId job, int step) {
        SqlUpdate.of(primary, "insert into jobs_check.ledger (job, step, clone) values (:job, :step, :clone)")
                .setParameter("job", job.value())
                .setParameter("step", step)
                .setParameter("clone", node())
                .executeUpdate();
    }

    /** A job was submitted. */
    void submitted(JobId job, String kind, int steps) {
        SqlUpdate.of(primary, "insert into jobs_check.submitted (job, kind, steps) values (:job, :kind, :steps)")
                .setParameter("job", job.value())
                .setParameter("kind", kind)
                .setParameter("steps", steps)
                .executeUpdate();
    }

    /** A batch was opened. */
    void opened(String batch, int jobs, int failed) {
        SqlUpdate.of(primary, "insert into jobs_check.batch (name, jobs, failed) values (:name, :jobs, :failed)")
                .setParameter("name", batch)
                .setParameter("jobs", jobs)
                .setParameter("failed", failed)
                .executeUpdate();
    }

    /** A batch ended. */
    void ended(JobId job, Ending ending) {
        SqlUpdate.of(
                        primary,
                        "insert into jobs_check.ending (job, name, jobs, failed) values (:job, :name, :jobs, :failed)")
                .setParameter("job", job.value())
                .setParameter("name", ending.batch())
                .setParameter("jobs", ending.jobs())
                .setParameter("failed", ending.failed())
                .executeUpdate();
    }

    /** Work that takes its time, with a word to the database now and then. */
    void rest(long millis) {
        try {
            for (long left = millis; left > 0; left -= LONGEST_REST) {
                Thread.sleep(Math.min(left, LONGEST_REST));
                primary.createNativeQuery("select 1", Integer.class).getSingleResult();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of this clone. */
    static String node() {
        return System.getProperty("jboss.node.name");
    }
}
