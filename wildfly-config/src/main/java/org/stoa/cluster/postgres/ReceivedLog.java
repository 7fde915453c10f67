package org.stoa.cluster.postgres;

import java.util.Comparator;

/**
 * How much of the primary's log a replica has. Positions of different timelines don't compare: what is written after a
 * promotion is worth more than any amount of what the old primary wrote.
 *
 * @param timeline the last one of which it has something, from 1
 * @param position in bytes since the beginning of the log
 */
public record ReceivedLog(long timeline, long position) implements Comparable<ReceivedLog> {
    /** Less than anybody has. */
    public static final ReceivedLog NOTHING = new ReceivedLog(0, 0);

    @Override
    public int compareTo(ReceivedLog other) {
        return Comparator.comparingLong(ReceivedLog::timeline)
                .thenComparingLong(ReceivedLog::position)
                .compare(this, other);
    }
}
