package org.stoa.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What is done once a transaction is committed, and never if it is not. A clone that dies in between does not do it: only
 * for what somebody else finds out by himself, later.
 */
@ApplicationScoped
public class AfterCommit {
    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * Has something done after the caller's transaction, in the same thread, before who committed goes on. That is then still
     * bound to a transaction that takes nothing more.
     *
     * @param action must not fail, nor wait for anything
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
                    action.run();
                }
            }
        });
    }
}
