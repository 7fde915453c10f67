package org.stoa.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.server.HttpServerExchange;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.Direct;

/**
 * Makes pages before anybody asks for them: the most asked of this clone soon after a change has made them outdated, and when the
 * clone is new, also by a new version of the application, those that the others keep. It asks its own clone for them, so they are
 * made as for anybody; what another clone makes at the same time is not made twice. A page that nobody asks for is made when asked.
 *
 * <p>A clone that drains or dies makes no more of them, and nothing is lost.
 */
@ApplicationScoped
public class PagesInAdvance {
    /** So many of those that are asked for are kept up to date, the most asked ones. */
    private static final int MOST = 64;

    /** What nobody has asked for so long is not made. */
    private static final Duration ASKED = Duration.ofMinutes(1);

    private static final int MOST_AT_START = 200;

    /** A clone that finds by then that nobody keeps anything is the first. */
    private static final int ROUNDS_AT_START = 50;

    private static final long PAUSE_MILLIS = 200;

    private static final Logger LOG = Logger.getLogger(PagesInAdvance.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PublicPages pages;

    private final AtomicReference<InetSocketAddress> here = new AtomicReference<>();
    private final Cache<String, Boolean> asked = Caffeine.newBuilder()
            .maximumSize(10 * MOST)
            .expireAfterAccess(ASKED)
            .executor(Runnable::run)
            .build();
    private OwnPages own;
    private Thread rounds;
    private int startsLeft = ROUNDS_AT_START;
    private boolean works = true;
    private volatile boolean stopped;

    /** For the handler: a call through the proxy takes as long as a hit. */
    Direct<PagesInAdvance> direct() {
        return new Direct<>(this);
    }

    void start() {
        if (pages.isOn()) {
            own = new OwnPages();
            // A scheduled executor complains when a clone drains.
            rounds = threads.newThread(this::rounds);
            rounds.start();
        }
    }

    void stop() {
        stopped = true;
        if (rounds != null) {
            rounds.interrupt();
            own.close();
        }
    }

    /**
     * This clone was asked for something, and so is told where it is.
     *
     * @param key of the page that was asked for, if it is one that can be kept
     */
    void asked(HttpServerExchange exchange, Optional<String> key) {
        if (here.getPlain() == null) {
            here.set(exchange.getConnection().getLocalAddress(InetSocketAddress.class));
        }
        if (key.isPresent()
                && asked.getIfPresent(key.get()) == null
                && !exchange.getRequestHeaders().contains(OwnPages.IN_ADVANCE)) {
            asked.put(key.get(), true);
        }
    }

    private void rounds() {
        try {
            while (!stopped) {
                Thread.sleep(PAUSE_MILLIS);
                round();
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        var address = here.get();
        if (address == null) {
            return;
        }
        try {
            make(address, startsLeft > 0 ? ofOthers() : outdated());
            tell(true, "");
        } catch (ProcessingException e) {
            tell(false, e.getMessage());
        } catch (RuntimeException | Error e) {
            // A thread that ended would not be missed.
            if (works) {
                LOG.log(Level.WARNING, "A bug keeps pages from being made in advance", e);
            }
            tell(false, e.toString());
        }
    }

    /** Once when it ceases to work, and once when it works again. */
    private void tell(boolean now, String reason) {
        if (works != now && !stopped) {
            works = now;
            LOG.log(
                    Level.INFO,
                    now ? "Pages are made in advance again." : "Pages are not made in advance, only when asked: {0}",
                    reason);
        }
    }

    /** What the other clones keep, once they have told this one. */
    private Collection<String> ofOthers() {
        var keys = pages.keysOfAll(MOST_AT_START);
        startsLeft = keys.isEmpty() ? startsLeft - 1 : 0;
        return keys;
    }

    private Collection<String> outdated() {
        return pages.outdated(
                asked.policy().eviction().orElseThrow().hottest(MOST).keySet());
    }

    private void make(InetSocketAddress address, Collection<String> keys) {
        for (var key : keys) {
            if (stopped) {
                return;
            }
            own.ask(address, key);
        }
    }
}
