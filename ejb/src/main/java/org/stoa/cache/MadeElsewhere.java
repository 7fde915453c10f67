package org.stoa.cache;

import java.time.Duration;
import java.util.Optional;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Following;
import org.stoa.data.Reader;

/** Values that a change has outdated on all clones, and that another clone is making: who needs one waits for it, for a moment. */
final class MadeElsewhere<V> {
    /** Longer than a page takes, with a replica that is a little behind. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final KeptValues<V> values;
    private final ChangeFeed feed;
    private final LoadLeases leases;
    private final CacheMetrics metrics;

    /** For a clone that is frozen or cut off, or can't send. */
    private final WaitsInVain inVain = new WaitsInVain();

    MadeElsewhere(KeptValues<V> values, ChangeFeed feed, LoadLeases leases, CacheMetrics metrics) {
        this.values = values;
        this.feed = feed;
        this.leases = leases;
        this.metrics = metrics;
    }

    /**
     * What another clone makes just now, because of the same change.
     *
     * @return none: nobody does, or it doesn't come in time; then this clone is to make it
     */
    Optional<Kept<V>> made(String key, Following known, Reader reader) {
        // Of what was never kept, or can't be sent, nobody knows whether it will come.
        var outdated = values.here(key);
        if (outdated.isEmpty() || !values.isShared(key) || inVain.arePaused()) {
            return Optional.empty();
        }
        var load =
                values.shared(key) + ' ' + known.lastTransaction(outdated.get().tags());
        if (reader.wrote().isPresent()) {
            // Whoever writes waits for nobody.
            leases.announce(load);
            return Optional.empty();
        }
        return leases.acquire(load) ? Optional.empty() : awaited(key, known, reader);
    }

    private Optional<Kept<V>> awaited(String key, Following known, Reader reader) {
        var now = known.now();
        long begun = System.nanoTime();
        var theirs = values.awaitOfOthers(key, kept -> isFreshFor(kept, reader), PATIENCE);
        theirs.ifPresentOrElse(
                kept -> {
                    metrics.shared();
                    inVain.end();
                    kept.note(now);
                },
                () -> inVain.add(begun));
        return theirs;
    }

    /** Asked when it comes: what was known before may not be used any more. */
    private boolean isFreshFor(Kept<V> kept, Reader reader) {
        return feed.trusted(reader).filter(kept::isFresh).isPresent();
    }
}
