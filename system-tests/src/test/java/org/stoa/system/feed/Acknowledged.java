package org.stoa.system.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The acknowledged writes of one register that count in one era: what a reader must know by when. */
final class Acknowledged {
    /** By the time of acknowledgement, only those that are greater than all before them. */
    private final Write[] rising;

    private final long[] times;

    Acknowledged(List<Write> writes) {
        var sorted = writes.stream()
                .sorted(Comparator.comparingLong(Write::returned))
                .toList();
        var greatest = new int[] {Integer.MIN_VALUE};
        rising = sorted.stream()
                .filter(write -> {
                    boolean rises = write.value() > greatest[0];
                    greatest[0] = Math.max(greatest[0], write.value());
                    return rises;
                })
                .toArray(Write[]::new);
        times = Arrays.stream(rising).mapToLong(Write::returned).toArray();
    }

    /** The greatest that was acknowledged at that time or before. */
    Optional<Write> at(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(rising[low - 1]);
    }

    /** The one that was acknowledged first of those greater than a value. */
    Optional<Write> firstAbove(int value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle].value() <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == rising.length ? Optional.empty() : Optional.of(rising[low]);
    }
}
