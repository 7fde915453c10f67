package org.stoa.data;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What something that is being made depends on, found by itself: every read of this thread from {@link #begin} to {@link #close}
 * adds its tags. A read that can't name its tags makes it unfit to be kept, and so does whatever reads in a transaction, which
 * might show what is never committed.
 */
public final class Dependencies implements AutoCloseable {
    private static final ThreadLocal<Dependencies> CURRENT = new ThreadLocal<>();

    private final Dependencies outer;
    private final Set<String> tags = new HashSet<>();
    private AsOf oldest;
    private Instant end = Instant.MAX;
    private boolean unknown;

    private Dependencies(Dependencies outer) {
        this.outer = outer;
    }

    /** From now on what this thread reads belongs to something new, and no longer to what it was making before. */
    public static Dependencies begin() {
        var begun = new Dependencies(CURRENT.get());
        CURRENT.set(begun);
        return begun;
    }

    /** What this thread is making; none if what it reads is kept by nobody. */
    public static Optional<Dependencies> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** What this thread is making depends on what can't be told. */
    public static void unknown() {
        current().ifPresent(making -> making.unknown = true);
    }

    /** A part that was read so, and is the same as long as none of this changes. */
    public void add(Collection<String> read, AsOf asOf) {
        tags.addAll(read);
        if (oldest == null) {
            oldest = asOf;
        } else if (!oldest.generation().equals(asOf.generation())) {
            unknown = true;
        } else if (asOf.tick() < oldest.tick()) {
            oldest = asOf;
        }
    }

    /** It is only right until then. */
    public void until(Instant then) {
        end = then.isBefore(end) ? then : end;
    }

    /** All tags of its parts. */
    public Set<String> tags() {
        return Set.copyOf(tags);
    }

    /** As of when all of it was read; none if it may not be kept. */
    public Optional<AsOf> asOf() {
        return unknown ? Optional.empty() : Optional.ofNullable(oldest);
    }

    /** Until when it is right, whatever changes; {@link Instant#MAX} for ever. */
    public Instant end() {
        return end;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
