package org.stoa.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A clone as far as it looks at the primary, without a server around it: to be measured. In the package of the feed, because
 * looks are not the business of anybody else. It looks after a commit, and otherwise as {@link ChangeWatch} does.
 */
public final class LookingClone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** As {@link ChangeWatch} has it. */
    private static final long AT_REST_MILLIS = 250;

    private static final Logger FOLLOWERS = Logger.getLogger(Follower.class.getName());

    static {
        // That it follows is no news here.
        FOLLOWERS.setLevel(Level.WARNING);
    }

    private final AtomicLong looks = new AtomicLong();
    private final Semaphore bells = new Semaphore(0);
    private final Connection primary;
    private final Follower follower;
    private final long process;

    /**
     * Begins to follow.
     *
     * @param primary belongs to it from now on
     */
    public LookingClone(Connection primary) throws SQLException {
        this.primary = primary;
        this.process = process(primary);
        this.follower = new Follower(
                new Looks(new KeptConnection(primary), System::nanoTime) {
                    @Override
                    Look look(Optional<String> previous) throws SQLException {
                        looks.incrementAndGet();
                        return super.look(previous);
                    }
                },
                System::nanoTime);
        look();
    }

    private static long process(Connection primary) throws SQLException {
        try (var settings = primary.createStatement()) {
            // As the pool StoaChanges has them.
            settings.execute("set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
        }
        try (var statement = primary.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Looks, as after a commit: one look serves all who wait for it. */
    public void look() throws SQLException {
        follower.look(PATIENCE);
    }

    /** Another clone tells that something changed. */
    public void ring() {
        bells.release();
    }

    /**
     * Looks when it is rung, or when it is time, for as long as it is let.
     *
     * @param gap milliseconds between two looks at least, by which bells are bounded
     * @throws InterruptedException when it is to end
     */
    public void watch(long gap) throws InterruptedException, SQLException {
        while (true) {
            Thread.sleep(gap);
            boolean rung = bells.tryAcquire(Math.max(0, AT_REST_MILLIS - age()), TimeUnit.MILLISECONDS);
            bells.drainPermits();
            if (rung || age() >= AT_REST_MILLIS) {
                look();
            }
        }
    }

    private long age() {
        return follower.known().map(follower::age).orElse(Follower.AGES).toMillis();
    }

    /** How many looks were sent to the primary. */
    public long looks() {
        return looks.get();
    }

    /** The id of the primary's process that answers them. */
    public long process() {
        return process;
    }

    @Override
    public void close() throws SQLException {
        primary.close();
    }
}
