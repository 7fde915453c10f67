package org.stoa.ear;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;

/**
 * Three steps, each a row in a ledger: so it can be seen how often each took effect. A payload {@code held} stops the
 * first attempt in the middle of its first step, {@code slow} makes the first step take longer than a lease.
 */
@ApplicationScoped
public class LedgerWork implements JobWork<String> {
    public static final JobType<String> TYPE = JobType.of("test-ledger", 1, String.class);
    public static final int STEPS = 3;

    private static final int LONGEST_HOLD_SECONDS = 4;
    private static final int PARTS_OF_SLOW_STEP = 4;

    public static volatile Hold hold = new Hold();

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Where an attempt is held in the middle of a step. */
    public static final class Hold {
        public final AtomicBoolean taken = new AtomicBoolean();
        public final CountDownLatch entered = new CountDownLatch(1);
        public final CountDownLatch goOn = new CountDownLatch(1);
        public volatile Boolean committed;
    }

    @Override
    public JobType<String> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<String> step) {
        int at = step.checkpoint() == null ? 1 : Integer.parseInt(step.checkpoint()) + 1;
        primary.createNativeQuery("insert into job_test_ledger (job, step) values (:job, :step)")
                .setParameter("job", step.job().value())
                .setParameter("step", at)
                .executeUpdate();
        if (step.payload().equals("held") && hold.taken.compareAndSet(false, true)) {
            holdOn();
        }
        if (step.payload().equals("slow") && at == 1) {
            for (int i = 0; i < PARTS_OF_SLOW_STEP; i++) {
                primary.createNativeQuery("select 1 from pg_sleep(3)").getSingleResult();
            }
        }
        return new StepResult(String.valueOf(at), new Progress(at, STEPS, "Step " + at), at == STEPS);
    }

    private void holdOn() {
        var held = hold;
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                held.committed = status == Status.STATUS_COMMITTED;
            }
        });
        held.entered.countDown();
        try {
            held.goOn.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
