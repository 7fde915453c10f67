package org.stoa.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is done once a transaction is committed, and never if it is not. A clone that dies in between does not do it: only
 * for what somebody else finds out by himself, later.
 */
@ApplicationScoped
public class AfterCommit {
    private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Has something done after the caller's transaction, by another thread: the caller's is then still bound to a transaction
     * that takes nothing more.
     *
     * @param action must not fail
     * @throws IllegalStateException there is no transaction
     */
    public void execute(Runnable action) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is left to do before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    start(action);
                }
            }
        });
    }

    private void start(Runnable action) {
        try {
            executor.execute(action);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "This clone drains: another one finds what is to be done.", e);
        }
    }
}
