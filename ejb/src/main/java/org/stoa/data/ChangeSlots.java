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
    private final RecentChanges recent = new RecentChanges();

    /** Something changed; the tick drawn after the look that saw it. */
    void changed(Change change, long after) {
        int slot = slot(change.tag());
        // In this order: who sees the tick finds the change behind it.
        recent.changed(slot, ticks.get(slot), change.transaction(), after);
        ticks.accumulateAndGet(slot, after, Math::max);
    }

    /** Whether all known changes of a tag, of its whole kind ("price:*"), and of everything are in what was read. */
    boolean isUnchangedSince(AsOf read, String tag) {
        var kind = tag.substring(0, tag.indexOf(':') + 1) + EVERYTHING;
        return isUnchangedSince(read, slot(tag))
                && isUnchangedSince(read, slot(kind))
                && isUnchangedSince(read, slot(EVERYTHING));
    }

    /** The latest transaction that is known to have changed what shares the tag's slot; 0 if none is. */
    long lastTransaction(String tag) {
        return recent.lastTransaction(slot(tag));
    }

    private boolean isUnchangedSince(AsOf read, int slot) {
        return read.tick() > ticks.get(slot) || recent.areIn(read, slot);
    }

    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4): spreads Java's hashes, which are close
    // together for tags that differ in their last digits.
    private static int slot(String tag) {
        return tag.hashCode() * MULTIPLIER >>> SHIFT;
    }
}
