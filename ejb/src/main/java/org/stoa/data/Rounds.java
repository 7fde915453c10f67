package org.stoa.data;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something that each clone asks the primary to do again and again, in a thread of its own: a scheduled executor stops when a clone
 * drains. Rests while the primary is away; whatever fails, an error too, is tried again.
 */
public final class Rounds {
    /** Clones that started together don't all ask at once; the first time is at most so much later. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    /** What fails again and again is told once in a while. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    private final Databases databases;
    private final String what;
    private final Duration rest;
    private final Round round;
    private final Thread thread;
    private Instant told = Instant.EPOCH;
    private volatile boolean stopped;

    /** What is done. */
    @FunctionalInterface
    public interface Round {
        /** Does it once; returns how long to rest before the next time. */
        Duration run() throws SQLException, InterruptedException;
    }

    private Rounds(ManagedThreadFactory threads, Databases databases, String what, Duration rest, Round round) {
        this.databases = databases;
        this.what = what;
        this.rest = rest;
        this.round = round;
        this.thread = threads.newThread(this::go);
    }

    /**
     * Begins.
     *
     * @param what as a log line may begin: "The sweep of the jobs"
     * @param rest between two rounds where one failed or the primary is away; the first begins within this, 10 s at most
     */
    public static Rounds begin(
            ManagedThreadFactory threads, Databases databases, String what, Duration rest, Round round) {
        var rounds = new Rounds(threads, databases, what, rest, round);
        rounds.thread.start();
        return rounds;
    }

    /** Ends after the present round. */
    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void go() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(rest.toMillis(), SPREAD.toMillis())));
            while (!stopped) {
                Thread.sleep(next().toMillis());
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing was told for a while. */
    private boolean isToBeTold() {
        boolean now = told.isBefore(Instant.now().minus(SILENCE));
        if (now) {
            told = Instant.now();
        }
        return now;
    }

    private Duration next() throws InterruptedException {
        if (databases.isDegraded()) {
            return rest;
        }
        try {
            return round.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // What a database that is away or busy keeps us from doing is done later; anything else is a bug.
            if (!stopped && DatabaseFailure.of(e) == DatabaseFailure.BUG && isToBeTold()) {
                LOG.log(Level.WARNING, e, () -> what + " failed; it goes on");
            }
            return rest;
        }
    }
}
