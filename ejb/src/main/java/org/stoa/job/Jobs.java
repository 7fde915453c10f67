package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.stoa.Refusal;
import org.stoa.data.AfterCommit;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Submits jobs and takes them back.
 *
 * <p>Isolation: read committed, each a single statement. A clone that dies before the commit leaves nothing; one that dies
 * after it leaves a job that the sweep of another clone finds.
 */
@Stateless
public class Jobs {
    /** The longest payload in bytes of UTF-8. */
    public static final int MOST_PAYLOAD_BYTES = 64 * 1024;

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Databases databases;

    @Inject
    private JobBell bell;

    /**
     * Submits a job in the caller's transaction: it exists if and only if that commits, and is begun soon afterwards.
     *
     * @param type of which type; a {@link JobWork} with it must exist
     * @param payload what the work needs to know, JSON, up to {@link #MOST_PAYLOAD_BYTES}
     * @param submitter the member that wants it; empty for the shop itself and for programs of the staff
     * @return its id
     * @throws IllegalArgumentException the payload is too long
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public JobId submit(String type, String payload, Optional<Long> submitter) {
        if (payload.getBytes(StandardCharsets.UTF_8).length > MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("The payload of a job is too long: " + type);
        }
        var id = new JobId(primary.unwrap(Session.class)
                .createNativeQuery("""
                        insert into job (type, payload, submitter)
                        values (:type, cast(:payload as jsonb), :submitter) returning id
                        """, UUID.class)
                .setParameter("type", type)
                .setParameter("payload", payload)
                .setParameter("submitter", submitter.orElse(null), Long.class)
                .getSingleResult());
        afterCommit.execute(() -> bell.ring(id));
        return id;
    }

    /**
     * Takes a job back: no step of it is committed any more. What its earlier steps did stays. One that was taken back
     * already stays so.
     *
     * @throws Refusal not found; conflict: it is finished; unavailable
     */
    public void cancel(JobId job) {
        databases.requirePrimary();
        int cancelled =
                SqlUpdate.of(primary, """
                        update job set state = 'cancelled', epoch = gen_random_uuid(), lease_until = null,
                               finished_at = clock_timestamp()
                         where id = :id and state in ('ready', 'running')
                        """).setParameter("id", job.value()).executeUpdate();
        if (cancelled == 0) {
            requireCancelled(job);
        }
    }

    private void requireCancelled(JobId job) {
        @SuppressWarnings("unchecked")
        List<String> states = primary.createNativeQuery("select state from job where id = :id", String.class)
                .setParameter("id", job.value())
                .getResultList();
        if (states.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no such job.");
        }
        var state = JobState.valueOf(states.get(0).toUpperCase(Locale.ROOT));
        if (state != JobState.CANCELLED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "Job " + job + " is finished already.");
        }
    }
}
