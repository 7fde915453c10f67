package org.stoa.data;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/**
 * Looks for changes when a transaction on the primary is committed, before whoever committed it answers. A clone that dies in
 * between answers nobody, and the others see the change by their own looks.
 */
final class LookAfterCommit implements Synchronization {
    private final ChangeFeed feed;
    private boolean commitTried;

    LookAfterCommit(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    public void beforeCompletion() {
        commitTried = true;
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            boolean looked = false;
            try {
                feed.lookAfterCommit(Reader.current());
                looked = true;
            } finally {
                if (!looked) {
                    Reader.current().doubt();
                }
            }
        } else if (commitTried) {
            // The server may have committed, and only its answer was lost.
            Reader.current().doubt();
        }
    }
}
