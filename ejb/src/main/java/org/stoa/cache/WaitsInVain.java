package org.stoa.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** After a wait in vain nobody waits for a while: twice as long each time, until one is not in vain. */
final class WaitsInVain {
    /** On a busy machine somebody is late once in a while, and few loads should be doubled by that. */
    private static final Duration FIRST = Duration.ofMillis(50);

    /** By then the cluster has left out who is silent, or he answers. */
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private static final Pause NONE = new Pause(0, Duration.ZERO);

    private final AtomicReference<Pause> pause = new AtomicReference<>(NONE);

    private record Pause(long since, Duration time) {
        private boolean isOn() {
            return !time.isZero() && System.nanoTime() - since < time.toNanos();
        }

        /** Whether somebody who has waited since then waited for what others had given up already. */
        private boolean covers(long begun) {
            return !time.isZero() && begun - since < 0;
        }

        private Pause next() {
            var twice = time.multipliedBy(2);
            var next = time.isZero() ? FIRST : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
            return new Pause(System.nanoTime(), next);
        }
    }

    /** Whether nobody is to wait now. */
    boolean arePaused() {
        return pause.get().isOn();
    }

    /**
     * One more. Several who wait at once count as one.
     *
     * @param begun when he began to wait, as {@link System#nanoTime}
     */
    void add(long begun) {
        pause.updateAndGet(before -> before.isOn() || before.covers(begun) ? before : before.next());
    }

    /** One was not in vain. */
    void end() {
        if (pause.get() != NONE) {
            pause.set(NONE);
        }
    }
}
