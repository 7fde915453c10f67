package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.stoa.Refusal;
import org.stoa.data.AfterCommit;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Submits jobs, takes them back and has them tried again.
 *
 * <p>Isolation: read committed, each a single statement; who submits with a key waits for another who has just done so. A clone
 * that dies before the commit leaves nothing; one that dies after it leaves a job that the sweep of another clone finds.
 */
@Stateless
public class Jobs {
    /** The other may end between two looks; more often than this only by a bug. */
    private static final int MOST_LOOKS = 5;

    // What holds a key: the index job_unique.
    static final String HOLDS_KEY = "unique_key is not null and state in ('ready', 'waiting', 'running')";

    /** Only where there is a key: PostgreSQL inserts in two steps then, and writes both into its log. */
    private static final String UNLESS_HELD = "on conflict (type, unique_key) where " + HOLDS_KEY + " do nothing";

    private static final String INSERT = """
            insert into job (type, payload, payload_version, queue, priority, most_attempts, unique_key, batch, submitter,
                   not_before, state)
            values (?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, coalesce(cast(? as timestamptz), clock_timestamp()),
                   case when cast(? as timestamptz) > clock_timestamp() then 'waiting' else 'ready' end)
            """;

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Databases databases;

    @Inject
    private JobRinger ringer;

    @Inject
    private JobSignals signals;

    /**
     * Submits a job in the caller's transaction: it exists if and only if that commits, and is begun soon afterwards, or when its
     * time has come. Where a job with its key is unfinished, nothing is submitted; that one may have begun already, and not know
     * what the caller has just written.
     *
     * @return its id, or that of the unfinished one with its key, whatever batch that is in
     * @throws IllegalArgumentException the payload is too long
     * @throws Refusal conflict: its batch has ended
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public JobId submit(Submission<?> wanted) {
        wanted.batch().ifPresent(this::holdOpen);
        for (int i = 0; i < MOST_LOOKS; i++) {
            var submitted = insert(wanted);
            if (submitted.isPresent()) {
                ringer.ringAfterCommit(wanted.queue());
                return submitted.get();
            }
            var unfinished = unfinished(wanted);
            if (unfinished.isPresent()) {
                return unfinished.get();
            }
        }
        throw new IllegalStateException("A key is neither free nor held: " + wanted);
    }

    /** Until the caller's transaction ends. */
    private void holdOpen(BatchId batch) {
        var open = primary.unwrap(Session.class)
                .createNativeQuery(
                        "select id from job_batch where id = :id and called_at is null for share", UUID.class)
                .setParameter("id", batch.value())
                .getResultList();
        if (open.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "The batch " + batch + " has ended.");
        }
    }

    /** Below Hibernate, which would take half as long again for its part. */
    private Optional<JobId> insert(Submission<?> wanted) {
        primary.flush();
        return primary.unwrap(Session.class).doReturningWork(connection -> {
            try (var insert = connection.prepareStatement(
                    INSERT + (wanted.key().isPresent() ? UNLESS_HELD : "") + " returning id")) {
                var time = wanted.notBefore().map(Instant::toString).orElse(null);
                insert.setString(1, wanted.type().name());
                insert.setString(2, wanted.json());
                insert.setInt(3, wanted.type().version());
                insert.setString(4, wanted.queue().key());
                insert.setInt(5, wanted.priority());
                insert.setInt(6, wanted.type().retries().most());
                insert.setString(7, wanted.key().orElse(null));
                insert.setObject(8, wanted.batch().map(BatchId::value).orElse(null), Types.OTHER);
                insert.setObject(9, wanted.submitter().orElse(null), Types.BIGINT);
                insert.setString(10, time);
                insert.setString(11, time);
                try (var row = insert.executeQuery()) {
                    return row.next() ? Optional.of(new JobId(row.getObject(1, UUID.class))) : Optional.empty();
                }
            }
        });
    }

    private Optional<JobId> unfinished(Submission<?> wanted) {
        return primary
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from job where type = :type and unique_key = :key and " + HOLDS_KEY, UUID.class)
                .setParameter("type", wanted.type().name())
                .setParameter("key", wanted.key().orElse(null), String.class)
                .getResultList()
                .stream()
                .findFirst()
                .map(JobId::new);
    }

    /**
     * Takes a job back: no step of it is committed any more. What its earlier steps did stays. One that is dead does not wait
     * for a person any more; one that was taken back already stays so.
     *
     * @throws Refusal not found; conflict: it is done; unavailable
     */
    public void cancel(JobId job) {
        databases.requirePrimary();
        int cancelled =
                SqlUpdate.of(primary, """
                        update job set state = 'cancelled', epoch = gen_random_uuid(), lease_until = null,
                               finished_at = coalesce(finished_at, clock_timestamp())
                         where id = :id and state in ('ready', 'waiting', 'running', 'dead')
                        """).setParameter("id", job.value()).executeUpdate();
        if (cancelled == 0 && state(job) != JobState.CANCELLED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "Job " + job + " is done already.");
        }
        afterCommit.execute(() -> signals.moved(job));
    }

    /**
     * Has a dead job tried again, from its last checkpoint, with all its attempts and all of its time.
     *
     * @throws Refusal not found; conflict: it is not dead, or was so for 30 days, or another one does the same meanwhile;
     *     unavailable
     */
    public void retry(JobId job) {
        databases.requirePrimary();
        if (!isRetried(job)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "Job " + job + " can't be tried again: it is " + state(job).key()
                            + ", or another one does the same.");
        }
        var queue = one("select queue from job where id = :id", job)
                .orElseThrow(() -> new IllegalStateException("A job that was changed is gone: " + job));
        JobQueue.find(queue).ifPresent(ringer::ringAfterCommit);
        afterCommit.execute(() -> signals.moved(job));
    }

    private boolean isRetried(JobId job) {
        try {
            return SqlUpdate.of(primary, """
                            update job set state = 'ready', attempts = 0, busy_since = null, not_before = clock_timestamp(),
                                   started_at = null, finished_at = null
                             where id = :id and state = 'dead' and not exists (
                                   select from job other where other.type = job.type and other.unique_key = job.unique_key
                                      and other.state in ('ready', 'waiting', 'running'))
                            """).setParameter("id", job.value()).executeUpdate() > 0;
        } catch (ConstraintViolationException e) {
            // The index of keys decides between two at the same moment.
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "Job " + job + " can't be tried again: another one does the same.", e);
        }
    }

    private JobState state(JobId job) {
        return one("select state from every_job where id = :id", job)
                .map(JobState::fromString)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no such job."));
    }

    private Optional<String> one(String query, JobId job) {
        @SuppressWarnings("unchecked")
        List<String> found = primary.createNativeQuery(query, String.class)
                .setParameter("id", job.value())
                .getResultList();
        return found.stream().findFirst();
    }
}
