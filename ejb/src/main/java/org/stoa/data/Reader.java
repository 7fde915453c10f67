package org.stoa.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever a request or a job reads for: what his reads must not be behind, and what his answer must say.
 *
 * <p>Belongs to the thread that serves him, from {@link #begin} to {@link #close}. Work that is done for nobody in particular
 * has a reader who knows of nothing.
 */
public final class Reader implements AutoCloseable {
    /** How long who may or may not have written something reads from the primary. */
    public static final Duration DOUBT = Duration.ofSeconds(10);

    private static final ThreadLocal<Reader> CURRENT = new ThreadLocal<>();

    /** The greatest of each generation. */
    private final Map<UUID, Stamp> knows = new HashMap<>();

    private final Optional<Instant> doubtsUntil;
    private Optional<Stamp> wrote = Optional.empty();
    private boolean doubtful;
    private boolean degraded;
    private boolean answered;

    private Reader(Collection<Stamp> knows, Optional<Instant> doubtsUntil) {
        knows.forEach(this::learn);
        this.doubtsUntil = doubtsUntil;
    }

    /**
     * From now on this thread reads for somebody.
     *
     * @param knows the stamps that he carries; the greatest counts, of those that are of the present generation
     * @param doubtsUntil until when he reads from the primary alone, because it is not known whether something that he wrote was
     *     committed
     */
    public static Reader begin(Collection<Stamp> knows, Optional<Instant> doubtsUntil) {
        var reader = of(knows, doubtsUntil);
        CURRENT.set(reader);
        return reader;
    }

    /** The same, for who asks for something in his name, and not for this thread. */
    public static Reader of(Collection<Stamp> knows, Optional<Instant> doubtsUntil) {
        return new Reader(knows, doubtsUntil);
    }

    /** Whom this thread reads for. */
    public static Reader current() {
        var reader = CURRENT.get();
        return reader == null ? new Reader(List.of(), Optional.empty()) : reader;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    /** The stamps, each of another generation, that his reads must not be behind. */
    public Collection<Stamp> stamps() {
        return List.copyOf(knows.values());
    }

    /** Whether only the primary is sure to know what he wrote. */
    public boolean needsPrimary() {
        return doubtful || doubtsUntil.filter(Instant.now()::isBefore).isPresent();
    }

    /** A look was sent after something that he wrote, or that he is told of, was committed. */
    void saw(Stamp stamp) {
        // Whatever is greater and of this generation was never given out.
        knows.put(stamp.generation(), stamp);
        wrote = Optional.of(stamp);
    }

    private void learn(Stamp stamp) {
        knows.merge(stamp.generation(), stamp, (one, other) -> one.tick() >= other.tick() ? one : other);
    }

    /** It is not known whether what he wrote is committed, or nobody could look after it. */
    void doubt() {
        doubtful = true;
    }

    /**
     * He is shown what may be old, because the primary can't be reached.
     *
     * @return whether his answer can still say so
     */
    public boolean degrade() {
        degraded |= !answered;
        return degraded;
    }

    /** His answer begins: from now on it can't say anything more. */
    public void answers() {
        answered = true;
    }

    /** The stamp of what was written for him since {@link #begin}, or read in a transaction, or that he was told of. */
    public Optional<Stamp> wrote() {
        return wrote;
    }

    /** Whether he has written something, but it is not known whether it is committed, or no stamp is known for it. */
    public boolean isDoubtful() {
        return doubtful;
    }

    /** Whether he was shown something that may be old. */
    public boolean isDegraded() {
        return degraded;
    }
}
