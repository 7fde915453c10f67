package org.stoa.data;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What a read must contain to be shown to a reader, and whether a replica has it.
 *
 * @param known what the clone knows, looked at for this reader
 * @param stamps of what he has seen himself; ignored where they are of another generation, or were never given out
 * @param tags of what is read; none: of everything
 * @param now when something is read that was known then to be unchanged: taken before anybody asks whether it is
 * @param kept whether what is read will be kept for others: then it must be what the primary would give
 */
record Freshness(Following known, Collection<Stamp> stamps, Set<String> tags, AsOf now, boolean kept) {
    /** For this reader alone. */
    Freshness(Following known, Collection<Stamp> stamps, Set<String> tags) {
        this(known, stamps, tags, known.now(), false);
    }

    /** For something that will be kept. */
    static Freshness ofKept(Following known, Collection<Stamp> stamps, Set<String> tags) {
        return new Freshness(known, stamps, tags, known.now(), true);
    }

    /**
     * Whether what is read from there on contains all that it must. Asked anew each time: the clone may have been frozen since.
     *
     * @param trusted whether what is known may still be used
     */
    boolean isMetBy(Optional<Following.Point> reached, Predicate<Following> trusted, LongSupplier nanoTime) {
        return reached.filter(point -> trusted.test(known) && isUnchangedSince(point)
                        || !kept && isRecent(point, nanoTime) && hasSeen(point))
                .isPresent();
    }

    /** As of the last look, which covers the stamp, it would be the same. */
    private boolean isUnchangedSince(Following.Point point) {
        return tags.isEmpty() ? known.isUnchangedSince(point.asOf()) : known.isUnchangedSince(point.asOf(), tags);
    }

    private static boolean isRecent(Following.Point point, LongSupplier nanoTime) {
        return nanoTime.getAsLong() - point.sentAt() < Follower.TRUST.toNanos();
    }

    /** Whether it contains what the reader has seen. */
    boolean hasSeen(Following.Point point) {
        return stamps.stream()
                .filter(stamp -> stamp.tick() <= known.last().before())
                .allMatch(point.asOf()::covers);
    }
}
