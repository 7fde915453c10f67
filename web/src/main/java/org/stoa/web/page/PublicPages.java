package org.stoa.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
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

    /** Whether answers are kept at all. */
    boolean isOn() {
        return !setting.equals(OFF);
    }

    /** The answer at an address, if it is in this clone's memory and fresh, without waiting for anything. */
    Optional<RenderedPage> ready(PublicAddress address) {
        return isOn() ? pages.peek(address.key()) : Optional.empty();
    }

    /** The answer at an address, made if it must be. */
    RenderedPage page(PublicAddress address, Supplier<RenderedPage> made) {
        return pages.get(address.key(), made);
    }
}
