package org.stoa.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows the changes: one look at a time, each from where the last one ended.
 *
 * <p>Who needs a look that begins after now waits for the one on its way, and then one of those who wait looks for all. A look
 * that fails changes nothing: the next one begins where the last successful one ended.
 */
class Follower {
    /**
     * How long what a look found may be used, from when it was sent, by the clone's own clock at the time of use. With what an
     * answer takes, less than the second that is promised. A clone that was frozen or is cut off finds out by this alone.
     */
    static final Duration TRUST = Duration.ofMillis(900);

    /** Longer than anything is waited for. */
    static final Duration AGES = Duration.ofDays(1);

    /** Who was away longer follows anew: to catch up would take longer than to read again. */
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(30);

    /** Who waits for a look that takes so long does not wait for the next one: the primary is frozen or cut off. */
    private static final Duration HANGING = Duration.ofMillis(500);

    /**
     * How long a look gathers for each that waits: it costs the primary as much as a small commit, so those about to commit had
     * better share it. Who is alone waits for nobody.
     */
    private static final Duration GATHERING = Duration.ofNanos(250_000);

    private static final Duration LONGEST_GATHERING = Duration.ofMillis(2);

    private static final Logger LOG = Logger.getLogger(Follower.class.getName());

    private final Looks looks;
    private final LongSupplier nanoTime;
    private final Collection<ChangeListener> listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long begun;
    private long succeeded;
    private long failed;
    private boolean looking;
    private long lookingSince;
    private int waiting;
    private SQLException failure;
    private volatile Following following;

    /** Tells nobody what it finds. */
    Follower(Looks looks, LongSupplier nanoTime) {
        this(looks, nanoTime, List.of());
    }

    Follower(Looks looks, LongSupplier nanoTime, Collection<ChangeListener> listeners) {
        this.looks = looks;
        this.nanoTime = nanoTime;
        this.listeners = List.copyOf(listeners);
    }

    /** What is known, of whatever age; none before the first look. */
    Optional<Following> known() {
        return Optional.ofNullable(following);
    }

    /** Whether what is known may be used now. */
    boolean isTrusted(Following known) {
        return age(known).compareTo(TRUST) < 0;
    }

    /** How old what is known is. */
    Duration age(Following known) {
        return Duration.ofNanos(nanoTime.getAsLong() - known.last().sentAt());
    }

    /**
     * What is known, after a look that begins after this call.
     *
     * @param patience how long to wait for it
     * @throws SQLException there was none: the primary can't be reached, or not in time
     */
    Following look(Duration patience) throws SQLException {
        long deadline = nanoTime.getAsLong() + patience.toNanos();
        long mine;
        lock.lock();
        try {
            long wanted = firstToBegin();
            waiting++;
            try {
                while (looking && succeeded < wanted && failed < wanted) {
                    await(deadline);
                }
            } finally {
                waiting--;
            }
            if (succeeded >= wanted) {
                return following;
            }
            if (failed >= wanted) {
                throw new SQLException("The look failed", failure.getSQLState(), failure);
            }
            looking = true;
            lookingSince = nanoTime.getAsLong();
            gather();
            mine = ++begun;
        } finally {
            lock.unlock();
        }
        return lookFor(mine);
    }

    /** Lets those who are about to commit come along, if many are: who asks meanwhile is still served by the look to begin. */
    private void gather() {
        long left = Math.min(GATHERING.multipliedBy(waiting).toNanos(), LONGEST_GATHERING.toNanos());
        try {
            while (left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Not said here: the look itself is short, and who asked for it finds the interruption afterwards.
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the first look that begins after now: not the one on its way, which may have begun before a commit. */
    private long firstToBegin() {
        return begun + 1;
    }

    private void await(long deadline) throws SQLException {
        long left = deadline - nanoTime.getAsLong();
        boolean hangs = nanoTime.getAsLong() - lookingSince > HANGING.toNanos();
        try {
            if (left <= 0 || hangs) {
                throw new SQLException("The primary does not answer in time", DatabaseFailure.CONNECTION_FAILURE);
            }
            // Whatever comes first; the loop of the caller looks again.
            ended.await(Math.min(left, HANGING.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a look", DatabaseFailure.CONNECTION_FAILURE, e);
        }
    }

    private Following lookFor(long mine) throws SQLException {
        SQLException failed = new SQLException("The look ended by an error", DatabaseFailure.CONNECTION_FAILURE);
        try {
            follow();
            failed = null;
            return following;
        } catch (SQLException e) {
            failed = e;
            throw e;
        } finally {
            end(mine, failed);
        }
    }

    /** Nobody looks any more. */
    void stop() {
        lock.lock();
        try {
            if (!looking) {
                looks.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(long mine, SQLException e) {
        lock.lock();
        try {
            looking = false;
            if (e == null) {
                succeeded = mine;
            } else {
                failed = mine;
                failure = e;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follow() throws SQLException {
        var known = following;
        if (known == null || age(known).compareTo(LONGEST_AWAY) > 0) {
            followAnew(looks.look(Optional.empty()));
            return;
        }
        var look = looks.look(Optional.of(known.last().snapshot()));
        if (!isOf(known, look) || look.horizon() > known.last().oldestUnseen()) {
            followAnew(look);
        } else if (look.before() <= known.last().after()) {
            // A tick that went back though the generation is the same: somebody set the sequence.
            looks.renew(true);
            followAnew(looks.look(Optional.empty()));
        } else {
            var tags = look.changes().stream().map(Change::tag).distinct().toList();
            if (!tags.isEmpty()) {
                tell(listener -> listener.changed(tags));
            }
            known.add(look);
        }
    }

    private void tell(Consumer<ChangeListener> news) throws SQLException {
        try {
            listeners.forEach(news);
        } catch (RuntimeException e) {
            throw new SQLException("What changed could not be told", DatabaseFailure.CONNECTION_FAILURE, e);
        }
    }

    private static boolean isOf(Following known, Look look) {
        return look.generation().filter(known.generation()::equals).isPresent();
    }

    /** Forgets all that was known. */
    private void followAnew(Look first) throws SQLException {
        var look = first;
        if (look.generation().isEmpty()) {
            looks.renew(false);
            look = looks.look(Optional.empty());
        }
        if (look.generation().isEmpty()) {
            throw new SQLException("The primary has no generation", DatabaseFailure.CONNECTION_FAILURE);
        }
        tell(ChangeListener::everythingMayHaveChanged);
        following = new Following(look);
        LOG.log(Level.INFO, "Follows the changes anew, generation {0}.", following.generation());
    }
}
