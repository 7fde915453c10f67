package org.stoa.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Dependencies;
import org.stoa.data.Following;
import org.stoa.data.Reader;

/**
 * Values that can't lie: each is used only while nothing that it depends on has changed since it was read, as far as the change
 * feed knows when it is used. See docs/decisions/0015-caches.md.
 *
 * <p>A hit is a read of this clone's memory. What any clone has made, the others use. However many ask for a value that must be
 * made, this clone makes it once at a time, and waits a moment where another clone is about to; made means read outside of the
 * transaction of whoever asks, so that nothing is kept that may be rolled back. What is read while a value is made is found by
 * itself ({@link Dependencies}).
 */
public final class FreshCache<V> {
    /** Who has waited for two that were not good for him makes it himself. */
    private static final int MOST_WAITS = 2;

    private final boolean on;
    private final boolean evenIfOld;
    private final ChangeFeed feed;
    private final CacheMetrics metrics;
    private final MadeElsewhere<V> elsewhere;
    private final KeptValues<V> values;
    private final Map<String, Load<V>> loads = new ConcurrentHashMap<>();

    /**
     * @param on false: all is made each time, to measure what that costs
     * @param evenIfOld whether what may be old is given out while the primary is away; where it can't say so itself, it is not
     */
    FreshCache(
            boolean on,
            KeptValues<V> values,
            boolean evenIfOld,
            ChangeFeed feed,
            LoadLeases leases,
            CacheMetrics metrics) {
        this.on = on;
        this.values = values;
        this.evenIfOld = evenIfOld;
        this.feed = feed;
        this.metrics = metrics;
        this.elsewhere = new MadeElsewhere<>(values, feed, leases, metrics);
    }

    /**
     * The value of a key, as fresh as whoever this thread reads for must have it.
     *
     * @param load makes it; must not write, and not read in a transaction
     */
    public V get(String key, Supplier<V> load) {
        var reader = Reader.current();
        if (!on || reader.needsPrimary()) {
            return load.get();
        }
        var known = feed.current(reader);
        if (known.isEmpty()) {
            return old(key, reader).map(Kept::value).orElseGet(load);
        }
        return found(key, known.get()).map(Kept::value).orElseGet(() -> madeOnce(key, load, reader));
    }

    /** The value of a key, if it is in this clone's own memory and fresh for a reader; never waits for anything. */
    public Optional<V> peek(String key, Reader reader) {
        return freshHere(key, reader).map(kept -> {
            metrics.hit();
            return kept.value();
        });
    }

    private Optional<Kept<V>> freshHere(String key, Reader reader) {
        return feed.trusted(reader).flatMap(known -> values.here(key).filter(kept -> kept.isFresh(known)));
    }

    /** Those of some keys whose values are here, and something has changed of; none while nobody can look. */
    public List<String> outdated(Collection<String> keys) {
        return feed.trusted(Reader.current())
                .map(known -> keys.stream()
                        .filter(key -> values.hereQuietly(key)
                                .filter(kept -> !kept.isFresh(known))
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    /** The keys of what the clones keep, of whatever version they are, at most so many. */
    public Set<String> keysOfAll(int most) {
        return values.keysOfAll(most);
    }

    /** The values of all those keys. */
    public Map<String, V> getAll(Collection<String> keys, BatchLoad<V> load) {
        var reader = Reader.current();
        if (!on || reader.needsPrimary()) {
            return load.load(Set.copyOf(keys));
        }
        var known = feed.current(reader);
        var found = new HashMap<String, V>();
        var missing = new HashSet<String>();
        for (var key : keys) {
            known.map(now -> found(key, now))
                    .orElseGet(() -> old(key, reader))
                    .ifPresentOrElse(kept -> found.put(key, kept.value()), () -> missing.add(key));
        }
        if (missing.size() == 1 && known.isPresent()) {
            var key = missing.iterator().next();
            found.put(key, madeOnce(key, () -> load.load(missing).get(key), reader));
        } else if (!missing.isEmpty()) {
            found.putAll(known.isPresent() ? madeTogether(missing, load) : load.load(missing));
        }
        return found;
    }

    /**
     * Keeps a value that was read along with another one, for who asks for it later; what is fresh already is left as it is.
     *
     * @param read the read that it was a part of
     * @param tags what the value depends on, all of them named by that read
     */
    public void keepAlso(String key, V value, Dependencies read, Set<String> tags) {
        read.asOf()
                .filter(asOf -> on && freshHere(key, Reader.current()).isEmpty())
                .ifPresent(asOf -> values.keep(key, new Kept<>(value, asOf, tags, read.end())));
    }

    /** What is fresh, in this memory or made by another clone. */
    private Optional<Kept<V>> found(String key, Following known) {
        // Before the changes are asked for: it is as of then that nothing has changed.
        var now = known.now();
        var here = values.here(key);
        var found = here.filter(kept -> kept.isFresh(known));
        if (found.isPresent()) {
            metrics.hit();
        } else {
            found = values.ofOthers(key).filter(kept -> kept.isFresh(known));
            if (found.isPresent()) {
                metrics.shared();
            } else if (here.isPresent()) {
                metrics.stale();
            } else {
                metrics.missed();
            }
        }
        found.ifPresent(kept -> kept.note(now));
        return found;
    }

    /** Makes it, or waits for who makes it already. */
    private V madeOnce(String key, Supplier<V> load, Reader reader) {
        long asked = System.nanoTime();
        var known = feed.current(reader);
        var mine = new Load<V>(known.map(Following::sentAt).orElse(asked));
        if (reader.wrote().isPresent()) {
            // Whatever others began before does not have it. Who comes next waits for this load.
            loads.put(key, mine);
            return made(key, load, known, reader, mine);
        }
        var other = loads.putIfAbsent(key, mine);
        for (int waits = 0; other != null && waits < MOST_WAITS; waits++) {
            var theirs = other;
            var kept = theirs.await().filter(result -> isGoodFor(result, theirs.lookedAt(), reader, asked));
            if (kept.isPresent()) {
                return kept.get().value();
            }
            // It failed, hangs, is not fit for others, or not new enough for this one.
            other = loads.replace(key, theirs, mine) ? null : loads.putIfAbsent(key, mine);
        }
        return made(key, load, known, reader, mine);
    }

    private boolean isGoodFor(Kept<V> result, long lookedAt, Reader reader, long asked) {
        var known = feed.current(reader);
        if (known.isEmpty()) {
            return false;
        }
        var now = known.get().now();
        boolean fresh = result.isFresh(known.get());
        // Who waits for others takes what they read so long before he asked: he might have got it himself.
        boolean asGood = lookedAt - asked >= -ChangeFeed.TRUST.toNanos() && isCovering(result, reader);
        if (fresh || asGood) {
            result.note(fresh ? now : result.asOf());
        }
        return fresh || asGood;
    }

    private static boolean isCovering(Kept<?> kept, Reader reader) {
        return reader.stamps().stream().allMatch(kept.asOf()::contains);
    }

    private V made(String key, Supplier<V> load, Optional<Following> known, Reader reader, Load<V> mine) {
        var kept = Optional.<Kept<V>>empty();
        try {
            kept = known.flatMap(now -> elsewhere.made(key, now, reader));
            if (kept.isPresent()) {
                return kept.get().value();
            }
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
                if (!evenIfOld) {
                    // Nor is what was kept before of any use, and others would wait for what follows it.
                    values.forget(key);
                }
            }
        }
    }

    private Map<String, V> madeTogether(Set<String> keys, BatchLoad<V> load) {
        Map<String, V> loaded;
        Dependencies made;
        try (var making = Dependencies.begin()) {
            loaded = load.load(keys);
            made = making;
        }
        loaded.forEach((key, value) -> keep(key, value, made, load.tags(key)));
        return loaded;
    }

    private Optional<Kept<V>> keep(String key, V value, Dependencies made, Set<String> tags) {
        metrics.loaded();
        if (made.asOf().isEmpty()) {
            metrics.unkept();
            Dependencies.unknown();
            return Optional.empty();
        }
        var kept = new Kept<>(value, made.asOf().get(), tags, made.end());
        kept.note(kept.asOf());
        values.keep(key, kept);
        return Optional.of(kept);
    }

    /** While nobody can look: what is here, if he may be shown what may be old, and it is not older than what he has seen. */
    private Optional<Kept<V>> old(String key, Reader reader) {
        Dependencies.unknown();
        return values.here(key).filter(kept -> evenIfOld && isCovering(kept, reader) && reader.degrade());
    }
}
