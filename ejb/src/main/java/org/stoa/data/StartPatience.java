package org.stoa.data;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.Refusal;

/**
 * How long a clone that starts waits for a primary which is away or too busy to answer. Without an end it would hold up the
 * server, which gives a deployment five minutes.
 */
public final class StartPatience {
    /** Together some three minutes, for who comes first and finds nobody. */
    static final int MOST_CONNECTS = 60;

    static final int SECONDS_BETWEEN = 3;

    /** One more minute, for who comes later; by time, because a try may itself take many seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(StartPatience.class.getName());

    private StartPatience() {}

    /**
     * Does something that needs the primary, and tries again while it fails.
     *
     * @param what its name in the log
     * @param action may be done again when it has failed; other failures than these two end it at once
     * @throws EJBException what went wrong the last time
     * @throws Refusal the primary was away the last time
     */
    public static void attempt(String what, Runnable action) {
        attempt(what, action, Duration.ofSeconds(SECONDS_BETWEEN), LONGEST);
    }

    static void attempt(String what, Runnable action, Duration pause, Duration longest) {
        long begun = System.nanoTime();
        for (boolean first = true; ; first = false) {
            try {
                action.run();
                return;
            } catch (EJBException | Refusal e) {
                if (System.nanoTime() - begun >= longest.toNanos()) {
                    throw e;
                }
                if (first) {
                    LOG.log(Level.INFO, "{0}: the primary does not answer, the start waits for it.", what);
                }
            }
            pause(pause);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }
}
