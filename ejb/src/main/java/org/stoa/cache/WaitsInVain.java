package org.stoa.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** After a wait in vain nobody waits for a while: twice as long each time, until one is not in vain. */
final class WaitsInVain {
    /** On a busy machine somebody is late once in a while, and few loads should be doubled by that. */
    private static final Duration FIRST = Duration.ofMillis(50);

    /** By then the cluster has left out who is silent, or he answers. */
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private static final Pause NONE = new Pause(0, Duration.ZERO);

    private final AtomicReference<Pause> pause = new AtomicReference<>(NONE);
    private final LongSupplier clock;

    WaitsInVain() {
        this(System::nanoTime);
    }

    /**
     * @param clock as {@link System#nanoTime}
     */
    WaitsInVain(LongSupplier clock) {
        this.clock = clock;
    }

    private record Pause(long since, Duration time) {
        private boolean isOn(long now) {
            return !time.isZero() && now - since < time.toNanos();
        }

        /** Whether somebody who has waited since then waited for what others had given up already. */
        private boolean covers(long begun) {
            return !time.isZero() && begun - since < 0;
        }

        private Pause next(long now) {
            var twice = time.multipliedBy(2);
            var next = time.isZero() ? FIRST : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
            return new Pause(now, next);
        }
    }

    /** Whether nobody is to wait now. */
    boolean arePaused() {
        return pause.get().isOn(clock.getAsLong());
    }

    /**
     * One more. Several who wait at once count as one.
     *
     * @param begun when he began to wait, by the clock
     */
    void add(long begun) {
        long now = clock.getAsLong();
        pause.updateAndGet(before -> before.isOn(now) || before.covers(begun) ? before : before.next(now));
    }

    /** One was not in vain. */
    void end() {
        if (pause.get() != NONE) {
            pause.set(NONE);
        }
    }
}
