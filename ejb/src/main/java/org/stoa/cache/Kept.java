package org.stoa.cache;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.stoa.data.AsOf;
import org.stoa.data.Dependencies;
import org.stoa.data.Following;

/**
 * A value, and when it may be used.
 *
 * @param value never changed; may stand for something that is absent
 * @param asOf when it was read, at least
 * @param tags all that it depends on
 * @param end it is wrong from then on, whatever changes; {@link Instant#MAX} for never
 */
record Kept<V>(V value, AsOf asOf, Set<String> tags, Instant end) implements Serializable {
    /** Whether reading it now would give the same. Asked at each use. */
    boolean isFresh(Following known) {
        return known.isUnchangedSince(asOf, tags)
                && (end == Instant.MAX || Instant.now().isBefore(end));
    }

    /** Whatever this thread is making depends on what this does, as of then. */
    void note(AsOf since) {
        Dependencies.current().ifPresent(making -> {
            making.add(tags, since);
            making.until(end);
        });
    }
}
