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
}
