package org.stoa.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import org.stoa.data.SqlUpdate;
import org.stoa.job.JobWork.Step;
import org.stoa.job.JobWork.StepResult;

/**
 * Takes steps, each a transaction of its own.
 *
 * <p>Isolation: read committed. The last statement is the fence: it changes the row only while the epoch is the one of the
 * claim. So of all workers that ever began a step, frozen ones that wake up late included, one commits it. A clone that dies
 * in the middle leaves nothing of the step behind; the server ends its transaction when it has been idle for five seconds.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class JobSteps {
    /** Later than the server ends it, which frees its locks. */
    private static final int TRANSACTION_SECONDS = 35;

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LIMITS = "select set_config('idle_in_transaction_session_timeout', '5s', true),"
            + " set_config('transaction_timeout', '30s', true)";

    private static final String FENCE = " where id = :id and epoch = :epoch and state = 'running'";

    private static final String STEP = "update job set checkpoint = cast(:checkpoint as jsonb), done = :done,"
            + " total = :total, message = :message, error = null, attempts = 1, busy_since = null,";

    private static final String NEXT = STEP + " lease_until = clock_timestamp() + :lease * interval '1 ms'" + FENCE;

    private static final String LAST =
            STEP + " state = 'done', lease_until = null, finished_at = clock_timestamp()" + FENCE;

    private static final String LINES = "insert into job_line (job_id, text)"
            + " select :id, line.text from jsonb_array_elements_text(cast(:lines as jsonb)) with ordinality as line(text, n)"
            + " order by line.n";

    private static final String OLD_LINES = "delete from job_line where job_id = :id and number <="
            + " (select number from job_line where job_id = :id order by number desc offset :most limit 1)";

    @PersistenceContext
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    /**
     * Takes a step.
     *
     * @return where the job stands now; empty if it was taken from this worker meanwhile, then nothing was changed
     * @throws StepFailed nothing was changed, or what happened is not known: then the job's row tells
     */
    public <P> Optional<StepResult> take(JobClaim claim, JobWork<P> work, Step<P> step) throws StepFailed {
        try {
            transaction.setTransactionTimeout(TRANSACTION_SECONDS);
            transaction.begin();
            // The timeout is the thread's: who has it next shall not inherit ours.
            transaction.setTransactionTimeout(0);
            SqlUpdate.of(primary, LIMITS).getSingleResult();
            var result = work.step(step);
            requireMoved(step, result);
            primary.flush();
            tell(claim, result);
            if (!pass(claim, result)) {
                transaction.rollback();
                return Optional.empty();
            }
            transaction.commit();
            return Optional.of(result);
        } catch (Throwable e) {
            // An error, too: it must not leave the job without its reason.
            rollBack(e);
            throw new StepFailed(e);
        }
    }

    /** A job that stands where it stood would go on for ever. */
    private static void requireMoved(Step<?> before, StepResult after) throws JsonProcessingException {
        if (!after.finished()
                && before.checkpoint() != null
                && JSON.readTree(before.checkpoint()).equals(JSON.readTree(after.checkpoint()))) {
            throw new IllegalStateException("A step of job " + before.job() + " ended where it began");
        }
    }

    /** Just before the fence: while its lines are written the lease of the job is not renewed. */
    private void tell(JobClaim claim, StepResult result) throws JsonProcessingException {
        if (result.lines().isEmpty()) {
            return;
        }
        SqlUpdate.of(primary, LINES)
                .setParameter("id", claim.id().value())
                .setParameter("lines", JSON.writeValueAsString(result.lines()))
                .executeUpdate();
        SqlUpdate.of(primary, OLD_LINES)
                .setParameter("id", claim.id().value())
                .setParameter("most", JobLine.MOST)
                .executeUpdate();
    }

    private boolean pass(JobClaim claim, StepResult result) {
        var update = SqlUpdate.of(primary, result.finished() ? LAST : NEXT)
                .setParameter("checkpoint", result.checkpoint())
                .setParameter("done", result.progress().done())
                .setParameter("total", result.progress().total())
                .setParameter("message", result.progress().message())
                .setParameter("id", claim.id().value())
                .setParameter("epoch", claim.epoch());
        if (!result.finished()) {
            update.setParameter("lease", JobRows.LEASE.toMillis());
        }
        return update.executeUpdate() == 1;
    }

    private void rollBack(Throwable cause) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
