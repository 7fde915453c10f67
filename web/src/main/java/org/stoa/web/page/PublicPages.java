package org.stoa.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stoa.Direct;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
import org.stoa.data.Reader;
import org.stoa.page.RenderedPage;

/** The answers that are the same for everybody, kept until something changes that they were made from. */
@ApplicationScoped
public class PublicPages {
    private static final String OFF = "off";

    @Resource(lookup = "java:global/stoa/pageCache")
    private String setting;

    @Inject
    private Caches caches;

    private FreshCache<RenderedPage> pages;

    @PostConstruct
    void start() {
        pages = caches.pages();
    }

    /** For the handler: a call through the proxy takes as long as a hit. */
    Direct<PublicPages> direct() {
        return new Direct<>(this);
    }

    /** Whether answers are kept at all. */
    boolean isOn() {
        return !setting.equals(OFF);
    }

    /** The answer of a key, if it is in this clone's memory and fresh for a reader, without waiting for anything. */
    Optional<RenderedPage> ready(String key, Reader reader) {
        return isOn() ? pages.peek(key, reader) : Optional.empty();
    }

    /** The answer at an address, made if it must be. */
    RenderedPage page(PublicAddress address, Supplier<RenderedPage> made) {
        return pages.get(address.key(), made);
    }

    /** Those of some answers that are here and outdated. */
    List<String> outdated(Collection<String> keys) {
        return pages.outdated(keys);
    }

    /** The keys of what the clones keep, of whatever version they are. */
    Set<String> keysOfAll(int most) {
        return pages.keysOfAll(most);
    }
}
