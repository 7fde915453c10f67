package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks for changes when another clone rings, and four times a second if none does; sends the bells of this clone; removes
 * what all clones have seen. Threads, because a scheduled executor stops when a clone drains, and until its last request it
 * must see what changes.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class ChangeWatch {
    private static final Logger LOG = Logger.getLogger(ChangeWatch.class.getName());

    private static final Duration AT_REST = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLEANING = Duration.ofMinutes(1);

    /** In cleanings: what a look so long ago saw, no clone that follows needs any more. */
    private static final int KEPT = 10;

    private static final int BATCH = 10_000;
    private static final int MOST_BATCHES = 100;

    @Resource
    private ManagedThreadFactory threads;

    /** The most looks a second that bells cause on the primary, of all clones together. */
    @Resource(lookup = "java:global/stoa/looksPerSecond")
    private String looksPerSecond;

    @Inject
    private ChangeFeed feed;

    @Inject
    private ChangeBell bell;

    private final Queue<Seen> seen = new ArrayDeque<>();
    private boolean follows = true;
    private int limit;
    private List<Thread> watches;
    private volatile boolean stopped;

    /** All transactions before this one had ended when a look of that generation saw it. */
    private record Seen(UUID generation, long oldest) {}

    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }

    @PostConstruct
    void start() {
        limit = Math.max(1, Integer.parseInt(looksPerSecond));
        look();
        watches = List.of(
                threads.newThread(() -> always(this::follow)),
                threads.newThread(() -> always(this::ring)),
                threads.newThread(() -> always(this::clean)));
        watches.forEach(Thread::start);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        watches.forEach(Thread::interrupt);
    }

    private void always(Task task) {
        while (!stopped) {
            try {
                task.run();
            } catch (InterruptedException e) {
                // Only stop() interrupts, and the condition of the loop sees it.
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // A thread that ended would not be missed before it is needed.
                LOG.log(Level.WARNING, "Following the changes failed; it goes on: {0}", e.toString());
                sleep(AFTER_FAILURE);
            }
        }
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // Only stop() interrupts, and the condition of the loop sees it.
            Thread.currentThread().interrupt();
        }
    }

    /** The more clones there are, the more bells each look answers. */
    private void follow() throws InterruptedException {
        Thread.sleep(gapMillis());
        boolean rung = bell.hear(AT_REST.toMillis() - feed.age().toMillis());
        if ((rung || feed.age().compareTo(AT_REST) >= 0) && !look()) {
            Thread.sleep(AT_REST.toMillis());
        }
    }

    private boolean look() {
        try {
            feed.look();
            if (!follows) {
                LOG.log(Level.INFO, "Follows the changes again.");
            }
            follows = true;
        } catch (SQLException e) {
            if (follows && !stopped) {
                LOG.log(Level.INFO, "Can''t follow the changes: {0}", e.getMessage());
            }
            follows = false;
        }
        return follows;
    }

    private void ring() throws InterruptedException {
        bell.sendNext(AT_REST.toMillis());
        Thread.sleep(gapMillis());
    }

    private long gapMillis() {
        return Duration.ofSeconds(bell.clones()).toMillis() / limit;
    }

    private void clean() throws InterruptedException {
        Thread.sleep(CLEANING.toMillis());
        var known = feed.trusted();
        if (known.isEmpty()) {
            return;
        }
        var generation = known.get().generation();
        // A restore takes transactions back.
        seen.removeIf(old -> !old.generation().equals(generation));
        seen.add(new Seen(generation, known.get().last().oldestUnseen()));
        if (seen.size() > KEPT) {
            clean(seen.remove());
        }
    }

    private void clean(Seen old) {
        try {
            int deleted = BATCH;
            for (int i = 0; i < MOST_BATCHES && deleted == BATCH; i++) {
                deleted = feed.clean(old.generation(), old.oldest(), BATCH);
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "Seen changes are removed later.", e);
        }
    }
}
