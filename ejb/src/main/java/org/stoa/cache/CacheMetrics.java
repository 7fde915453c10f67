package org.stoa.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of one cache: uses by how they were served, loads, and what was not fit to be kept. */
final class CacheMetrics {
    private static final String METER = "stoa.cache";

    private final Counter hits;
    private final Counter shared;
    private final Counter misses;
    private final Counter stale;
    private final Counter loads;
    private final Counter unkept;

    CacheMetrics(MeterRegistry registry, String cache) {
        hits = counter(registry, cache, "hit");
        shared = counter(registry, cache, "shared");
        misses = counter(registry, cache, "miss");
        stale = counter(registry, cache, "stale");
        loads = counter(registry, cache, "load");
        unkept = counter(registry, cache, "unkept");
    }

    private static Counter counter(MeterRegistry registry, String cache, String result) {
        // The server drops meters that are made by their builders.
        return registry.counter(METER, "cache", cache, "result", result);
    }

    /** Served out of this clone's memory. */
    void hit() {
        hits.increment();
    }

    /** Served by what another clone had made. */
    void shared() {
        shared.increment();
    }

    /** There was none. */
    void missed() {
        misses.increment();
    }

    /** There was one, but something that it depends on had changed. */
    void stale() {
        stale.increment();
    }

    /** Made anew. */
    void loaded() {
        loads.increment();
    }

    /** Made anew, but not fit to be kept. */
    void unkept() {
        unkept.increment();
    }
}
