package org.stoa.data;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last few changes of slots, with their transactions: so that a value that was read after a change, by another clone, is
 * known to be so at once. What is not known of a slot only makes a value look older than it is.
 *
 * <p>Filled by one look after the other; read by everybody.
 */
final class RecentChanges {
    /** So many changes of a slot are told apart. */
    private static final int PER_SLOT = 8;

    /** Of so many slots: those that changed first are forgotten first. */
    private static final int MOST_SLOTS = 1 << 16;

    private final Map<Integer, Recent> bySlot = new ConcurrentHashMap<>();
    private final Deque<Integer> inOrder = new ArrayDeque<>();

    /**
     * The last changes of a slot.
     *
     * @param forgotten up to this tick changes may be missing
     * @param transactions of the changes after it
     * @param ticks drawn after the looks that saw them
     */
    private record Recent(long forgotten, long[] transactions, long[] ticks) {
        Recent with(long transaction, long tick) {
            int kept = Math.min(ticks.length, PER_SLOT - 1);
            int dropped = ticks.length - kept;
            var nextTransactions = new long[kept + 1];
            var nextTicks = new long[kept + 1];
            System.arraycopy(transactions, dropped, nextTransactions, 0, kept);
            System.arraycopy(ticks, dropped, nextTicks, 0, kept);
            nextTransactions[kept] = transaction;
            nextTicks[kept] = tick;
            return new Recent(dropped > 0 ? ticks[dropped - 1] : forgotten, nextTransactions, nextTicks);
        }

        boolean areIn(AsOf read) {
            if (read.tick() <= forgotten) {
                return false;
            }
            for (int n = 0; n < ticks.length; n++) {
                if (read.tick() <= ticks[n] && !read.snapshot().sees(transactions[n])) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A slot changed.
     *
     * @param before the tick of its last change before this one
     */
    void changed(int slot, long before, long transaction, long tick) {
        var known = bySlot.get(slot);
        if (known == null) {
            forget();
            inOrder.add(slot);
            known = new Recent(before, new long[0], new long[0]);
        }
        bySlot.put(slot, known.with(transaction, tick));
    }

    private void forget() {
        if (inOrder.size() >= MOST_SLOTS) {
            bySlot.remove(inOrder.remove());
        }
    }

    /** The latest transaction that is known to have changed a slot; 0 if none is. */
    long lastTransaction(int slot) {
        var changes = bySlot.get(slot);
        return changes == null ? 0 : Arrays.stream(changes.transactions()).max().orElse(0);
    }

    /** Whether all changes of a slot are known to be in what was read. */
    boolean areIn(AsOf read, int slot) {
        var recent = bySlot.get(slot);
        return recent != null && recent.areIn(read);
    }
}
