package org.stoa.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who was there and is not any more, as one witness tells who is asked again and again; by one thread. */
final class RollCall {
    /** What a clone was doing when it was lost may hold its rows for a moment: as many times it is told of. */
    private static final int TOLD = 10;

    private final int believed;

    /** How often in a row each did not answer. */
    private final Map<String, Integer> missed = new HashMap<>();

    /**
     * @param believed so many times in a row somebody must be missing before that is believed, 1 or more
     */
    RollCall(int believed) {
        this.believed = believed;
    }

    /** The names of those who are missing, each some times in a row, and then never before he was there again. */
    Set<String> missing(Set<String> present) {
        var absent = new HashSet<>(missed.keySet());
        absent.removeAll(present);
        absent.forEach(name -> missed.merge(name, 1, Integer::sum));
        missed.values().removeIf(times -> times >= believed + TOLD);
        present.forEach(name -> missed.put(name, 0));
        absent.removeIf(name -> missed.getOrDefault(name, 0) < believed);
        return absent;
    }
}
