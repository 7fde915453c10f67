package org.stoa.cache;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What this clone keeps in its memory, and what the clones have made for each other. Whether it is fresh is not known here. */
final class KeptValues<V> {
    /** What a value takes besides its bytes. */
    private static final int OVERHEAD = 300;

    /** How often somebody looks whether what he waits for has come. */
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private static final char SEPARATOR = ' ';

    private static final Logger LOG = Logger.getLogger(KeptValues.class.getName());

    private final String version;
    private final SharedCache shared;
    private final Cache<String, Held<V>> held;

    /** A value in this clone's memory, and what it weighs. */
    private record Held<V>(Kept<V> kept, int bytes) {}

    /**
     * @param version of the application: what others have made is theirs alone
     * @param bytes the most that it may hold, as others are sent it
     */
    KeptValues(String version, long bytes, SharedCache shared) {
        this.version = version;
        this.shared = shared;
        this.held = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, Held<V> value) -> value.bytes() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /** How the clones call a value among each other. */
    String shared(String key) {
        return version + SEPARATOR + key;
    }

    /** What is in this clone's memory. */
    Optional<Kept<V>> here(String key) {
        return Optional.ofNullable(held.getIfPresent(key)).map(Held::kept);
    }

    /** What another clone has made, if it is not what is here already; it is here then, too. */
    Optional<Kept<V>> ofOthers(String key) {
        return shared.get(shared(key)).flatMap(bytes -> taken(key, bytes));
    }

    /**
     * What another clone has made, if it comes in time.
     *
     * @param good whether it is what is waited for; asked of each that comes
     */
    Optional<Kept<V>> awaitOfOthers(String key, Predicate<Kept<V>> good, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        byte[] seen = null;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var bytes = shared.get(shared(key));
            if (bytes.isPresent() && bytes.get() != seen) {
                seen = bytes.get();
                var theirs = taken(key, seen).filter(good);
                if (theirs.isPresent()) {
                    return theirs;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.empty();
    }

    private Optional<Kept<V>> taken(String key, byte[] bytes) {
        var here = here(key);
        var theirs = read(key, bytes).filter(kept -> here.isEmpty() || isNewer(kept, here.get()));
        theirs.ifPresent(kept -> held.put(key, new Held<>(kept, bytes.length)));
        return theirs;
    }

    /** What was read before a value that is outdated is so, too. */
    private static boolean isNewer(Kept<?> theirs, Kept<?> here) {
        return !theirs.asOf().generation().equals(here.asOf().generation())
                || theirs.asOf().tick() > here.asOf().tick();
    }

    private Optional<Kept<V>> read(String key, byte[] bytes) {
        try {
            return Optional.of(KeptBytes.kept(bytes));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "What another clone keeps of {0} can''t be read: {1}", new Object[] {
                key, e.getCause()
            });
            return Optional.empty();
        }
    }

    /** Gives up what is in this clone's memory. */
    void forget(String key) {
        held.invalidate(key);
    }

    /** The keys of the values here that are used the most, at most so many. */
    Collection<String> mostUsed(int most) {
        return held.policy().eviction().orElseThrow().hottest(most).keySet();
    }

    /** The keys of what all versions of the application have made for each other, at most so many. */
    Set<String> keysOfAll(int most) {
        return shared.keys(most).stream()
                .map(key -> key.substring(key.indexOf(SEPARATOR) + 1))
                .collect(toUnmodifiableSet());
    }

    /** Keeps a value here, and sends it to the others. */
    void keep(String key, Kept<V> kept) {
        var bytes = KeptBytes.of(kept);
        held.put(key, new Held<>(kept, bytes.length));
        shared.put(shared(key), bytes);
    }
}
