package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Jobs that belong together, and one that is submitted when all of them are finished.
 *
 * <p>Isolation: read committed. Who adds a job holds the batch open until he commits. That the last job was submitted and that the
 * batch has ended is one statement, so it happens once, whatever dies on the way; the sweep of any clone sees to it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobBatches {
    @PersistenceContext
    private EntityManager primary;

    /**
     * Opens a batch in the caller's transaction. Jobs are submitted into it in the same transaction, or later by a job of the
     * batch. When all of them are finished, whether well or not, the last one is submitted, once.
     *
     * @param last what is done in the end; its payload is a record, and is told in its members {@code jobs} and {@code failed} how
     *     many there were and how many of them are dead or cancelled. It has no time and no key
     */
    public BatchId open(Submission<?> last) {
        if (last.key().isPresent() || last.notBefore().isPresent()) {
            throw new IllegalArgumentException("What a batch ends with has no time and no key");
        }
        return new BatchId(primary.unwrap(Session.class)
                .createNativeQuery("""
                        insert into job_batch (type, payload, payload_version, queue, priority, most_attempts, submitter)
                        values (:type, cast(:payload as jsonb), :version, :queue, :priority, :most, :submitter) returning id
                        """, UUID.class)
                .setParameter("type", last.type().name())
                .setParameter("payload", last.json())
                .setParameter("version", last.type().version())
                .setParameter("queue", last.queue().key())
                .setParameter("priority", last.priority())
                .setParameter("most", last.type().retries().most())
                .setParameter("submitter", last.submitter().orElse(null), Long.class)
                .getSingleResult());
    }
}
