package org.stoa.system.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All writes of one register, by era. */
final class RegisterWrites {
    private final List<Restore> restores;
    private final Map<Integer, List<Write>> byValue = new HashMap<>();
    private final List<Acknowledged> byEra = new ArrayList<>();

    RegisterWrites(List<Write> writes, List<Restore> restores) {
        this.restores = restores;
        writes.forEach(write ->
                byValue.computeIfAbsent(write.value(), key -> new ArrayList<>()).add(write));
        for (int era = 0; era <= restores.size(); era++) {
            int present = era;
            byEra.add(new Acknowledged(writes.stream()
                    .filter(write -> write.outcome() == Outcome.ACKNOWLEDGED && countsIn(present, write))
                    .toList()));
        }
    }

    /** What one must know who reads in an era. */
    Acknowledged inEra(int era) {
        return byEra.get(era);
    }

    /** The writes of a value. */
    List<Write> of(int value) {
        return byValue.getOrDefault(value, List.of());
    }

    Map<Integer, List<Write>> byValue() {
        return byValue;
    }

    /** Whether a write is of that era, or of one before and in all copies that were gone back to since. */
    boolean countsIn(int era, Write write) {
        for (int restored = write.era(); restored < era; restored++) {
            if (write.returned() > restores.get(restored).copied()) {
                return false;
            }
        }
        return write.era() <= era;
    }

    /** Whether a write has surely been lost before that era. */
    boolean lostIn(int era, Write write) {
        for (int restored = write.era(); restored < era; restored++) {
            if (write.called() > restores.get(restored).copied()) {
                return true;
            }
        }
        return false;
    }
}
