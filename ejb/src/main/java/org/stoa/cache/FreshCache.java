package org.stoa.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Dependencies;
import org.stoa.data.Following;
import org.stoa.data.Reader;
import org.stoa.data.Stamp;

/**
 * Values that can't lie: each is used only while nothing that it depends on has changed since it was read, as far as the change
 * feed knows when it is used. See docs/decisions/0015-caches.md.
 *
 * <p>A hit is a read of this clone's memory. What any clone has made, the others use. However many ask for a value that must be
 * made, this clone makes it once at a time; made means read outside of the transaction of whoever asks, so that nothing is kept
 * that may be rolled back. What is read while a value is made is found by itself ({@link Dependencies}).
 */
public final class FreshCache<V> {
    /** Who waits for others takes what they read so long before he asked: he might have got it himself. */
    private static final long AS_GOOD_NANOS = Duration.ofMillis(900).toNanos();

    /** What a value takes besides its bytes. */
    private static final int OVERHEAD = 300;

    private static final Logger LOG = Logger.getLogger(FreshCache.class.getName());

    private final String version;
    private final boolean evenIfOld;
    private final ChangeFeed feed;
    private final SharedCache shared;
    private final CacheMetrics metrics;
    private final Cache<String, Held<V>> held;
    private final Map<String, Load<V>> loads = new ConcurrentHashMap<>();

    /** A value in this clone's memory, and what it weighs. */
    private record Held<V>(Kept<V> kept, int bytes) {}

    /** Makes several values with as few reads as it can. */
    public interface BatchLoad<V> {
        /** The values of all those keys, also where it stands for something that is absent. */
        Map<String, V> load(Set<String> keys);

        /** What the value of a key depends on, all that {@link #load} reads for it. */
        Set<String> tags(String key);
    }

    /**
     * @param version of the application: what others have made is theirs alone
     * @param bytes the most that it may hold, as others are sent it
     * @param evenIfOld whether what may be old is given out while the primary is away; where it can't say so itself, it is not
     */
    FreshCache(
            String version, long bytes, boolean evenIfOld, ChangeFeed feed, SharedCache shared, CacheMetrics metrics) {
        this.evenIfOld = evenIfOld;
        this.version = version;
        this.feed = feed;
        this.shared = shared;
        this.metrics = metrics;
        this.held = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, Held<V> value) -> value.bytes() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The value of a key, as fresh as whoever this thread reads for must have it.
     *
     * @param load makes it; must not write, and not read in a transaction
     */
    public V get(String key, Supplier<V> load) {
        var reader = Reader.current();
        if (reader.needsPrimary()) {
            return load.get();
        }
        var known = feed.current(reader);
        if (known.isEmpty()) {
            return degraded(key, load, reader);
        }
        return found(key, known.get()).map(Kept::value).orElseGet(() -> madeOnce(key, load, reader));
    }

    /** The value of a key, if it is in this clone's own memory and fresh; never waits for anything. */
    public Optional<V> peek(String key) {
        return feed.trusted(Reader.current())
                .flatMap(known -> here(key).filter(kept -> kept.isFresh(known)))
                .map(kept -> {
                    metrics.hit();
                    return kept.value();
                });
    }

    /** The values of all those keys. */
    public Map<String, V> getAll(Collection<String> keys, BatchLoad<V> load) {
        var reader = Reader.current();
        if (reader.needsPrimary()) {
            return load.load(Set.copyOf(keys));
        }
        var known = feed.current(reader);
        var values = new HashMap<String, V>();
        var missing = new HashSet<String>();
        for (var key : keys) {
            known.map(now -> found(key, now))
                    .orElseGet(() -> old(key, reader))
                    .ifPresentOrElse(kept -> values.put(key, kept.value()), () -> missing.add(key));
        }
        if (missing.size() == 1 && known.isPresent()) {
            var key = missing.iterator().next();
            values.put(key, madeOnce(key, () -> load.load(missing).get(key), reader));
        } else if (!missing.isEmpty()) {
            values.putAll(known.isPresent() ? madeTogether(missing, load) : load.load(missing));
        }
        return values;
    }

    /**
     * Keeps a value that was read along with another one, for who asks for it later; what is fresh already is left as it is.
     *
     * @param read the read that it was a part of
     * @param tags what the value depends on, all of them named by that read
     */
    public void keepAlso(String key, V value, Dependencies read, Set<String> tags) {
        if (read.asOf().isPresent() && !isFreshHere(key)) {
            var kept = new Kept<>(value, read.asOf().get(), tags, read.end());
            var bytes = KeptBytes.of(kept);
            held.put(key, new Held<>(kept, bytes.length));
            shared.put(versioned(key), bytes);
        }
    }

    private boolean isFreshHere(String key) {
        return feed.trusted(Reader.current())
                .flatMap(known -> here(key).filter(kept -> kept.isFresh(known)))
                .isPresent();
    }

    /** What is fresh, in this memory or made by another clone. */
    private Optional<Kept<V>> found(String key, Following known) {
        // Before the changes are asked for: it is as of then that nothing has changed.
        var now = known.now();
        var here = here(key);
        var found = here.filter(kept -> kept.isFresh(known));
        if (found.isPresent()) {
            metrics.hit();
        } else {
            found = ofOthers(key, here).filter(kept -> kept.isFresh(known));
            if (found.isPresent()) {
                metrics.shared();
            } else if (here.isPresent()) {
                metrics.stale();
            } else {
                metrics.missed();
            }
        }
        found.ifPresent(kept -> Dependencies.current().ifPresent(making -> {
            making.add(kept.tags(), now);
            making.until(kept.end());
        }));
        return found;
    }

    private Optional<Kept<V>> here(String key) {
        return Optional.ofNullable(held.getIfPresent(key)).map(Held::kept);
    }

    private Optional<Kept<V>> ofOthers(String key, Optional<Kept<V>> here) {
        var bytes = shared.get(versioned(key));
        Optional<Kept<V>> theirs = bytes.flatMap(read -> FreshCache.<V>read(key, read))
                .filter(kept -> here.isEmpty() || !kept.asOf().equals(here.get().asOf()));
        theirs.ifPresent(kept -> held.put(key, new Held<>(kept, bytes.get().length)));
        return theirs;
    }

    private static <V> Optional<Kept<V>> read(String key, byte[] bytes) {
        try {
            return Optional.of(KeptBytes.kept(bytes));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "What another clone keeps of {0} can''t be read: {1}", new Object[] {
                key, e.getCause()
            });
            return Optional.empty();
        }
    }

    /** Makes it, or waits for who makes it already. */
    private V madeOnce(String key, Supplier<V> load, Reader reader) {
        long asked = System.nanoTime();
        var known = feed.current(reader);
        var mine = new Load<V>(known.map(Following::sentAt).orElse(asked));
        var other = loads.putIfAbsent(key, mine);
        if (other != null) {
            var kept = other.await().filter(result -> isGoodFor(result, other.lookedAt(), reader, asked));
            if (kept.isPresent()) {
                return kept.get().value();
            }
            // It failed, hangs, is not fit for others, or not new enough for this one. Who comes next waits for this
            // load.
            loads.replace(key, other, mine);
        }
        return made(key, load, mine);
    }

    private boolean isGoodFor(Kept<V> result, long lookedAt, Reader reader, long asked) {
        var known = feed.current(reader);
        if (known.isEmpty()) {
            return false;
        }
        var now = known.get().now();
        boolean fresh = result.isFresh(known.get());
        if (!fresh && (lookedAt - asked < -AS_GOOD_NANOS || !covers(result, reader))) {
            return false;
        }
        Dependencies.current().ifPresent(making -> {
            making.add(result.tags(), fresh ? now : result.asOf());
            making.until(result.end());
        });
        return true;
    }

    private static boolean covers(Kept<?> kept, Reader reader) {
        return reader.stamps().stream().allMatch(stamp -> contains(kept, stamp));
    }

    private static boolean contains(Kept<?> kept, Stamp stamp) {
        return stamp.generation().equals(kept.asOf().generation())
                && kept.asOf().tick() >= stamp.tick();
    }

    private V made(String key, Supplier<V> load, Load<V> mine) {
        var kept = Optional.<Kept<V>>empty();
        try {
            V value;
            Dependencies made;
            try (var making = Dependencies.begin()) {
                value = load.get();
                made = making;
            }
            kept = keep(key, value, made, made.tags());
            return value;
        } finally {
            loads.remove(key, mine);
            mine.ends(kept);
            if (kept.isEmpty()) {
                // It failed, or is not fit to be kept: neither is what it would have been a part of.
                Dependencies.unknown();
            }
        }
    }

    private Map<String, V> madeTogether(Set<String> keys, BatchLoad<V> load) {
        Map<String, V> values;
        Dependencies made;
        try (var making = Dependencies.begin()) {
            values = load.load(keys);
            made = making;
        }
        values.forEach((key, value) -> keep(key, value, made, load.tags(key)));
        return values;
    }

    private Optional<Kept<V>> keep(String key, V value, Dependencies made, Set<String> tags) {
        metrics.loaded();
        if (made.asOf().isEmpty()) {
            metrics.unkept();
            Dependencies.unknown();
            return Optional.empty();
        }
        var kept = new Kept<>(value, made.asOf().get(), tags, made.end());
        Dependencies.current().ifPresent(outer -> {
            outer.add(kept.tags(), kept.asOf());
            outer.until(kept.end());
        });
        var bytes = KeptBytes.of(kept);
        held.put(key, new Held<>(kept, bytes.length));
        shared.put(versioned(key), bytes);
        return Optional.of(kept);
    }

    private V degraded(String key, Supplier<V> load, Reader reader) {
        return old(key, reader).map(Kept::value).orElseGet(load);
    }

    /** While nobody can look: what is here, if he may be shown what may be old, and it is not older than what he has seen. */
    private Optional<Kept<V>> old(String key, Reader reader) {
        Dependencies.unknown();
        return here(key).filter(kept -> evenIfOld && covers(kept, reader) && reader.degrade());
    }

    private String versioned(String key) {
        return version + ' ' + key;
    }
}
