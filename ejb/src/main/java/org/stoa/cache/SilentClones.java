package org.stoa.cache;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clones that did not answer, by their names: each is left alone for a while, the longer the more often it did not. */
final class SilentClones {
    private static final Duration FIRST = Duration.ofSeconds(1);

    /** By then the cluster has left it out, or it answers. */
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private final Map<String, Silence> silences = new ConcurrentHashMap<>();

    private record Silence(long since, Duration time) {}

    /** Whether to leave it alone. */
    boolean isSilent(String clone) {
        var silence = silences.get(clone);
        return silence != null
                && System.nanoTime() - silence.since() < silence.time().toNanos();
    }

    /** It did not answer. */
    void silent(String clone) {
        silences.compute(
                clone, (name, before) -> new Silence(System.nanoTime(), before == null ? FIRST : longer(before)));
    }

    private static Duration longer(Silence before) {
        var twice = before.time().multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** It answered. */
    void answered(String clone) {
        if (!silences.isEmpty()) {
            silences.remove(clone);
        }
    }
}
