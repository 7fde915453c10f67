package org.stoa.data;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What a clone knows of one generation since it began to follow it. Filled by one look after the other; read by everybody.
 */
public final class Following {
    /** A replica that is further behind than this is not read from before it has caught up. */
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    private final UUID generation;

    /** What changed before the first look is not known, so everything may have changed up to it. */
    private final long floor;

    private final ChangeSlots slots = new ChangeSlots();
    private final ConcurrentSkipListMap<Long, Point> points = new ConcurrentSkipListMap<>();
    private volatile long lastChange;
    private volatile Look last;
    private volatile AsOf now;

    /**
     * What a replica has read that has replayed the log to where it was at a look.
     *
     * @param asOf that look
     * @param sentAt when it was sent, as {@link System#nanoTime}
     * @param since when the first look was sent that found the log there: later ones find it there, too, while nothing happens
     */
    record Point(AsOf asOf, long sentAt, long since) {}

    /** Begins to follow with a look that knows of no other before it. */
    Following(Look first) {
        this.generation = first.generation().orElseThrow();
        this.floor = first.after();
        this.lastChange = first.after();
        publish(first);
    }

    UUID generation() {
        return generation;
    }

    /** The last look that is complete. */
    Look last() {
        return last;
    }

    /** The tick after the last look that found a change. */
    long lastChange() {
        return lastChange;
    }

    /** Takes a look in: its changes first, then the look itself, so that who sees the look sees what it found. */
    void add(Look look) {
        look.changes().forEach(change -> slots.changed(change, look.after()));
        if (!look.changes().isEmpty()) {
            lastChange = look.after();
        }
        publish(look);
    }

    private void publish(Look look) {
        now = look.asOf();
        points.merge(
                look.position(),
                new Point(now, look.sentAt(), look.sentAt()),
                (old, now) -> new Point(now.asOf(), now.sentAt(), old.since()));
        long oldest = look.sentAt() - LONGEST_LAG.toNanos();
        for (var first = points.firstEntry(); isBefore(first, oldest); first = points.firstEntry()) {
            points.remove(first.getKey());
        }
        last = look;
    }

    private static boolean isBefore(Map.Entry<Long, Point> entry, long oldest) {
        return entry.getValue().sentAt() - oldest < 0;
    }

    /** The latest look whose snapshot is contained in what a replica has replayed up to a position; none if all are later. */
    Optional<Point> reachedAt(long position) {
        return Optional.ofNullable(points.floorEntry(position)).map(Map.Entry::getValue);
    }

    /** For how long the next look after a position has been over: a replica that has come so far lags at least so much. */
    Duration behind(long position) {
        var next = points.higherEntry(position);
        return next == null
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - next.getValue().since());
    }

    /** When the last look was sent, as {@link System#nanoTime}. */
    public long sentAt() {
        return last.sentAt();
    }

    /** As of when something is read now. */
    public AsOf now() {
        return now;
    }

    /**
     * Whether what was read is what would be read now, as far as the last look saw: no change is known of all that it depends on
     * that is not in it already.
     */
    public boolean isUnchangedSince(AsOf read, Collection<String> tags) {
        // Most of the time nothing at all has changed, and a page may have a hundred tags.
        return isUnchangedSince(read)
                || read.generation().equals(generation)
                        && read.tick() > floor
                        && tags.stream().allMatch(tag -> slots.isUnchangedSince(read, tag));
    }

    /** The latest transaction that is known to have changed any of these; 0 if none is. The same on all clones that know of it. */
    public long lastTransaction(Collection<String> tags) {
        return tags.stream().mapToLong(slots::lastTransaction).max().orElse(0);
    }

    /** Whether nothing at all changed after what was read. */
    boolean isUnchangedSince(AsOf read) {
        return read.generation().equals(generation) && read.tick() > lastChange;
    }
}
