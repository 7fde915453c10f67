package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.OptionalInt;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Changes the rules of queues, for all clones at once.
 *
 * <p>Isolation: read committed, single statements on one row. Claims that have begun before it go on.
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
     * Changes the rules of a queue, all of them or none; what is empty stays.
     *
     * @param paused whether nothing of it is begun
     * @param most see {@link #limit}
     * @throws org.stoa.Refusal unavailable
     */
    public void change(JobQueue queue, Optional<Boolean> paused, Optional<OptionalInt> most) {
        most.ifPresent(number -> limit(queue, number));
        if (paused.isPresent() && paused.get()) {
            pause(queue);
        } else if (paused.isPresent()) {
            resume(queue);
        }
    }

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
