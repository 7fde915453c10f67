package org.stoa.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clones that did not answer, by their names: each is left alone for a while, the longer the more often it did not. */
final class SilentClones {
    private final Map<String, WaitsInVain> silences = new ConcurrentHashMap<>();

    /** Whether to leave it alone. */
    boolean isSilent(String clone) {
        var silence = silences.get(clone);
        return silence != null && silence.arePaused();
    }

    /**
     * It did not answer.
     *
     * @param asked when it was asked, as {@link System#nanoTime}
     */
    void silent(String clone, long asked) {
        silences.computeIfAbsent(clone, name -> new WaitsInVain()).add(asked);
    }

    /** It answered. */
    void answered(String clone) {
        if (!silences.isEmpty()) {
            silences.remove(clone);
        }
    }
}
