package org.stoa.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.stoa.data.AsOf;
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
    /** How long somebody waits for what another clone makes: longer than a page takes, with a replica that is a little behind. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final boolean evenIfOld;
    private final ChangeFeed feed;
    private final LoadLeases leases;
    private final CacheMetrics metrics;
    private final KeptValues<V> values;
    private final Map<String, Load<V>> loads = new ConcurrentHashMap<>();

    /**
     * @param evenIfOld whether what may be old is given out while the primary is away; where it can't say so itself, it is not
     */
    FreshCache(KeptValues<V> values, boolean evenIfOld, ChangeFeed feed, LoadLeases leases, CacheMetrics metrics) {
        this.values = values;
        this.evenIfOld = evenIfOld;
        this.feed = feed;
        this.leases = leases;
        this.metrics = metrics;
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
            return old(key, reader).map(Kept::value).orElseGet(load);
        }
        return found(key, known.get()).map(Kept::value).orElseGet(() -> madeOnce(key, load, reader));
    }

    /** The value of a key, if it is in this clone's own memory and fresh; never waits for anything. */
    public Optional<V> peek(String key) {
        return feed.trusted(Reader.current())
                .flatMap(known -> values.here(key).filter(kept -> kept.isFresh(known)))
                .map(kept -> {
                    metrics.hit();
                    return kept.value();
                });
    }

    /** The keys of those of the most used values here that something has changed of; none while nobody can look. */
    public List<String> outdated(int most) {
        return feed.trusted(Reader.current())
                .map(known -> values.mostUsed(most).stream()
                        .filter(key -> values.here(key)
                                .filter(kept -> !kept.isFresh(known))
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    /** Gives up what this clone keeps for a key. */
    public void forget(String key) {
        values.forget(key);
    }

    /** The keys of what the clones keep, of whatever version they are, at most so many. */
    public Set<String> keysOfAll(int most) {
        return values.keysOfAll(most);
    }

    /** The values of all those keys. */
    public Map<String, V> getAll(Collection<String> keys, BatchLoad<V> load) {
        var reader = Reader.current();
        if (reader.needsPrimary()) {
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
        found.ifPresent(kept -> note(kept, now));
        return found;
    }

    /** Whatever this thread is making depends on what that does. */
    private static void note(Kept<?> kept, AsOf asOf) {
        Dependencies.current().ifPresent(making -> {
            making.add(kept.tags(), asOf);
            making.until(kept.end());
        });
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
        return made(key, load, known, mine);
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
            note(result, fresh ? now : result.asOf());
        }
        return fresh || asGood;
    }

    private static boolean isCovering(Kept<?> kept, Reader reader) {
        return reader.stamps().stream().allMatch(kept.asOf()::contains);
    }

    /** What another clone makes just now, because of the same change; none if none does, or it doesn't come in time. */
    private Optional<Kept<V>> madeElsewhere(String key, Following known) {
        // Of what was never kept nobody knows whether it ever will be.
        var outdated = values.here(key);
        if (outdated.isEmpty()
                || leases.acquire(values.shared(key)
                        + ' '
                        + known.lastTransaction(outdated.get().tags()))) {
            return Optional.empty();
        }
        var now = known.now();
        var theirs = values.awaitOfOthers(key, kept -> kept.isFresh(known), PATIENCE);
        theirs.ifPresent(kept -> {
            metrics.shared();
            note(kept, now);
        });
        return theirs;
    }

    private V made(String key, Supplier<V> load, Optional<Following> known, Load<V> mine) {
        var kept = Optional.<Kept<V>>empty();
        try {
            kept = known.flatMap(now -> madeElsewhere(key, now));
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
        note(kept, kept.asOf());
        values.keep(key, kept);
        return Optional.of(kept);
    }

    /** While nobody can look: what is here, if he may be shown what may be old, and it is not older than what he has seen. */
    private Optional<Kept<V>> old(String key, Reader reader) {
        Dependencies.unknown();
        return values.here(key).filter(kept -> evenIfOld && isCovering(kept, reader) && reader.degrade());
    }
}
