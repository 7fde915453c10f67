package org.stoa.demo;

import java.util.List;

/** A row of choices that is always the same for the same seed text, on every machine and Java version. */
final class CoverDice {
    private long state = 0xcbf29ce484222325L;

    CoverDice(String seed) {
        for (int i = 0; i < seed.length(); i++) {
            state = (state ^ seed.charAt(i)) * 0x100000001b3L;
        }
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    boolean heads() {
        return between(0, 1) == 1;
    }

    /** A whole number from the lowest to the highest, both included. */
    int between(int lowest, int highest) {
        return lowest + (int) Long.remainderUnsigned(next(), highest - lowest + 1L);
    }

    double between(double lowest, double highest) {
        return lowest + (highest - lowest) * ((next() >>> 11) * 0x1.0p-53);
    }

    // SplitMix64: java.util.Random would do, but its first numbers for similar seeds look alike.
    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
