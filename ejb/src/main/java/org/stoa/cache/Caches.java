package org.stoa.cache;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.stoa.data.ChangeFeed;

/**
 * The caches of this clone. Each holds at most so many bytes, and the server so many values of what all have made as
 * wildfly-config/cli/clone/35-caches.cli says: with the largest that are sent, 32, 32 and 64 MiB.
 */
@ApplicationScoped
public class Caches {
    private static final String OFF = "off";

    private static final long OBJECT_BYTES = 24L << 20;
    private static final long QUERY_BYTES = 12L << 20;
    private static final long PAGE_BYTES = 64L << 20;

    private static final int LARGEST_OBJECT = 16 << 10;
    private static final int LARGEST_QUERY = 8 << 10;
    private static final int LARGEST_PAGE = 64 << 10;

    /** So many values wait to be sent to the other clones; more are not sent. */
    private static final int MOST_UNSENT = 200;

    @Resource(lookup = "java:jboss/infinispan/cache/stoa/objects")
    private Cache<String, byte[]> sharedObjects;

    @Resource(lookup = "java:jboss/infinispan/cache/stoa/queries")
    private Cache<String, byte[]> sharedQueries;

    @Resource(lookup = "java:jboss/infinispan/cache/stoa/pages")
    private Cache<String, byte[]> sharedPages;

    @Resource(lookup = "java:global/stoa/caches")
    private String setting;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ChangeFeed feed;

    @Inject
    private LoadLeases leases;

    @Inject
    private MeterRegistry registry;

    @Inject
    private ApplicationVersion version;

    private ThreadPoolExecutor sender;
    private FreshCache<Object> objects;
    private FreshCache<Object> queries;
    private FreshCache<Object> pages;

    @PostConstruct
    void start() {
        sender = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_UNSENT),
                threads,
                new ThreadPoolExecutor.AbortPolicy());
        objects = cache("objects", OBJECT_BYTES, true, shared(sharedObjects, LARGEST_OBJECT));
        queries = cache("queries", QUERY_BYTES, true, shared(sharedQueries, LARGEST_QUERY));
        // A page that was made while the primary was there does not say that it may be old.
        pages = cache("pages", PAGE_BYTES, false, shared(sharedPages, LARGEST_PAGE));
    }

    private FreshCache<Object> cache(String name, long bytes, boolean evenIfOld, SharedCache shared) {
        var values = new KeptValues<>(version.text(), bytes, shared);
        return new FreshCache<>(
                !setting.equals(OFF),
                values,
                evenIfOld,
                feed.direct().bean(),
                leases,
                new CacheMetrics(registry, name));
    }

    private SharedCache shared(Cache<String, byte[]> values, int largest) {
        return new SharedCache(values, largest, sender);
    }

    @PreDestroy
    void stop() {
        sender.shutdownNow();
    }

    /** Things by their keys, such as {@code product:42}. The caller knows the type of what its keys stand for. */
    @SuppressWarnings("unchecked")
    public <V> FreshCache<V> objects() {
        return (FreshCache<V>) objects;
    }

    /** What queries found: keys of things, never the things. */
    @SuppressWarnings("unchecked")
    public <V> FreshCache<V> queries() {
        return (FreshCache<V>) queries;
    }

    /** Whole answers. */
    @SuppressWarnings("unchecked")
    public <V> FreshCache<V> pages() {
        return (FreshCache<V>) pages;
    }
}
