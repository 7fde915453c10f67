package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.OptionalInt;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Changes the rules of queues, for all clones at once.
 *
 * <p>Isolation: read committed, each a single statement on one row. Claims that have begun before it go on.
 */
@Stateless
public class JobQueues {
    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    @Inject
    private JobRinger ringer;

    /**
     * Pauses a queue: nothing of it is begun, what runs goes on.
     *
     * @throws org.stoa.Refusal unavailable
     */
    public void pause(JobQueue queue) {
        databases.requirePrimary();
        SqlUpdate.of(primary, "update job_queue set paused = true where name = :name")
                .setParameter("name", queue.key())
                .executeUpdate();
    }

    /**
     * Lets a queue go on.
     *
     * @throws org.stoa.Refusal unavailable
     */
    public void resume(JobQueue queue) {
        databases.requirePrimary();
        SqlUpdate.of(primary, "update job_queue set paused = false where name = :name")
                .setParameter("name", queue.key())
                .executeUpdate();
        ringer.ringAfterCommit(queue);
    }

    /**
     * Limits how many jobs of a queue run at once on all clones together.
     *
     * @param most 1 or more; empty: as many as there are workers
     * @throws org.stoa.Refusal unavailable
     */
    public void limit(JobQueue queue, OptionalInt most) {
        databases.requirePrimary();
        SqlUpdate.of(primary, "update job_queue set most_running = nullif(:most, 0) where name = :name")
                .setParameter("most", most.orElse(0))
                .setParameter("name", queue.key())
                .executeUpdate();
    }
}
