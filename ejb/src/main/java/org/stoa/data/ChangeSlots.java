package org.stoa.data;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each tag last changed, in bounded memory: the tags share {@link #COUNT} slots, by their hashes. Two tags in one slot
 * only make a value look older than it is.
 */
final class ChangeSlots {
    /** 32 MB: with a million tags that change, one value in four is read again without need. */
    static final int COUNT = 1 << 22;

    /** What any change of schema and every TRUNCATE touches. */
    private static final String EVERYTHING = "*";

    private static final int MULTIPLIER = 0x9E3779B9;
    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(COUNT);

    private final AtomicLongArray ticks = new AtomicLongArray(COUNT);

    /** A tag changed; the tick drawn after the look that saw it. */
    void changed(String tag, long after) {
        ticks.accumulateAndGet(slot(tag), after, Math::max);
    }

    /**
     * The tick after the last look that saw a change of the tag, of its whole kind ("price:*"), or of everything; 0 if there
     * was none.
     */
    long changedAt(String tag) {
        var kind = tag.substring(0, tag.indexOf(':') + 1) + EVERYTHING;
        return Math.max(ticks.get(slot(tag)), Math.max(ticks.get(slot(kind)), ticks.get(slot(EVERYTHING))));
    }

    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4): spreads Java's hashes, which are close
    // together for tags that differ in their last digits.
    private static int slot(String tag) {
        return tag.hashCode() * MULTIPLIER >>> SHIFT;
    }
}
