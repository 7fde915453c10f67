package org.stoa.web.page;

import io.undertow.server.HttpServerExchange;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes pages before anybody asks for them: the most asked of this clone soon after a change has made them outdated, and when the
 * clone is new, also by a new version of the application, those that the others keep. It asks its own clone for them, so they are
 * made as for anybody; what another clone makes at the same time is not made twice. A page that nobody asks for is made when asked.
 *
 * <p>A clone that drains or dies makes no more of them, and nothing is lost.
 */
@ApplicationScoped
public class PagesInAdvance {
    /** So many of the most asked pages are kept up to date. */
    private static final int MOST = 64;

    private static final int MOST_AT_START = 200;
    private static final long PAUSE_MILLIS = 200;

    private static final Logger LOG = Logger.getLogger(PagesInAdvance.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PublicPages pages;

    private final AtomicReference<InetSocketAddress> here = new AtomicReference<>();
    private OwnPages own;
    private Thread rounds;
    private boolean begun;

    /** Without the proxy that stands for it where it is injected. */
    PagesInAdvance itself() {
        return this;
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
        if (rounds != null) {
            rounds.interrupt();
            own.close();
        }
    }

    /** This clone was asked for something, and so is told where it is. */
    void asked(HttpServerExchange exchange) {
        if (here.getPlain() == null) {
            here.set(exchange.getConnection().getLocalAddress(InetSocketAddress.class));
        }
    }

    private void rounds() {
        try {
            while (true) {
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
            make(address, begun ? pages.outdated(MOST) : pages.keysOfAll(MOST_AT_START));
            begun = true;
        } catch (RuntimeException e) {
            // Whatever went wrong, there is a next round.
            LOG.log(Level.INFO, "Pages are not made in advance for a moment: {0}", e.toString());
        }
    }

    private void make(InetSocketAddress address, Collection<String> keys) {
        for (var key : keys) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!own.ask(address, key)) {
                // Retired, moved or too long by now: it would stay outdated, and be asked for again and again.
                pages.forget(key);
            }
        }
    }
}
