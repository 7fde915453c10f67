package org.stoa.system.faults;

import java.time.Duration;

/**
 * Something that breaks a running shop for a while.
 *
 * @param kind its name in the report
 * @param strike breaks it
 * @param hold how long it stays broken at least
 * @param heal mends it; the shop may take a while then
 */
public record Nemesis(String kind, Act strike, Duration hold, Act heal) {
    /** Does something to the cluster. */
    @FunctionalInterface
    public interface Act {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * Strikes, holds and mends; mends also what was struck in vain. What went wrong first is told.
     *
     * @param struck done when it is broken
     */
    public void play(Runnable struck) {
        AutoCloseable mending = this::mend;
        try (mending) {
            strike.run();
            struck.run();
            Processes.pause(hold);
        } catch (Exception e) {
            throw new IllegalStateException(kind + ": " + e.getMessage(), e);
        }
    }

    private void mend() {
        try {
            heal.run();
        } catch (Exception e) {
            throw new IllegalStateException("mending: " + e.getMessage(), e);
        }
    }
}
