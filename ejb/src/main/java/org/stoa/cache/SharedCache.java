package org.stoa.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;

/**
 * What the clones have made for each other, in the memory of each. Nobody waits for another clone: what is put is sent by a
 * thread of its own, and given up where that can't keep up. Whatever gets lost or arrives late costs a load, never the truth,
 * because who uses a value asks whether it is fresh.
 */
final class SharedCache {
    private static final Logger LOG = Logger.getLogger(SharedCache.class.getName());

    private final Cache<String, byte[]> values;
    private final int largest;
    private final Executor sender;

    /**
     * @param largest so many bytes a value may have; larger ones are made by each clone for itself, because the server counts
     *     values, not bytes
     * @param sender refuses what is too much
     */
    SharedCache(Cache<String, byte[]> values, int largest, Executor sender) {
        this.largest = largest;
        this.values = values;
        this.sender = sender;
    }

    Optional<byte[]> get(String key) {
        try {
            return Optional.ofNullable(values.get(key));
        } catch (CacheException | IllegalStateException e) {
            // While the clone stops or the cluster is in two parts: as if there were none.
            LOG.log(Level.FINE, e, () -> "No shared value of " + key);
            return Optional.empty();
        }
    }

    /** The keys of what is here, at most so many. */
    List<String> keys(int most) {
        try (var all = values.keySet().iterator()) {
            var keys = new ArrayList<String>();
            while (keys.size() < most && all.hasNext()) {
                keys.add(all.next());
            }
            return keys;
        } catch (CacheException | IllegalStateException e) {
            LOG.log(Level.FINE, "No shared values.", e);
            return List.of();
        }
    }

    void put(String key, byte[] bytes) {
        if (bytes.length > largest) {
            return;
        }
        try {
            sender.execute(() -> send(key, bytes));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, e, () -> "Not shared: " + key);
        }
    }

    private void send(String key, byte[] bytes) {
        try {
            values.put(key, bytes);
        } catch (CacheException | IllegalStateException e) {
            LOG.log(Level.FINE, e, () -> "Not shared: " + key);
        }
    }
}
