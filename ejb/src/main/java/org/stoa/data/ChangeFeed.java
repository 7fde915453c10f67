package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.stoa.Direct;

/**
 * The change feed of this clone: what changed in the database, whoever changed it, as far as its last look saw. See
 * docs/decisions/0010-change-feed.md.
 */
@ApplicationScoped
public class ChangeFeed {
    /** How long what a look found may be used, from when it was sent. */
    public static final Duration TRUST = Follower.TRUST;

    /** How long somebody waits for a look; it takes less than a millisecond where nothing is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class.getName());

    @Resource(lookup = "java:jboss/datasources/StoaChanges")
    private DataSource connections;

    @Inject
    private Databases databases;

    @Inject
    private ChangeBell bell;

    @Inject
    private ChangeMetrics metrics;

    @Inject
    private Instance<ChangeListener> listeners;

    private final AtomicLong rungFor = new AtomicLong();
    private Looks looks;
    private Follower follower;

    @PostConstruct
    void start() {
        looks = new MeasuredLooks(connections, metrics);
        follower = new Follower(looks, System::nanoTime, listeners.stream().toList());
    }

    /** For who asks at each hit. */
    public Direct<ChangeFeed> direct() {
        return new Direct<>(this);
    }

    /** What is known, if it may be used now. */
    Optional<Following> trusted() {
        return follower.known().filter(follower::isTrusted);
    }

    /** What is known, if it may be used for a reader now without a look. */
    public Optional<Following> trusted(Reader reader) {
        return reader.needsPrimary() ? Optional.empty() : trusted().filter(known -> covers(known, reader.stamps()));
    }

    /** Whether what was known may still be used. */
    boolean isTrusted(Following known) {
        return follower.isTrusted(known);
    }

    @PreDestroy
    void stop() {
        follower.stop();
    }

    /**
     * What is known and may be used for a reader now; looks first where it may not, or where he has seen more.
     *
     * @return none: the primary can't be looked at
     */
    public Optional<Following> current(Reader reader) {
        return current(reader.stamps());
    }

    private Optional<Following> current(Collection<Stamp> stamps) {
        var known = trusted();
        if (known.filter(now -> covers(now, stamps)).isPresent()) {
            metrics.used(follower.age(known.get()));
            return known;
        }
        // Where the primary is known to be away, the watch finds out when it is back; nobody waits for that.
        return databases.isDegraded() ? Optional.empty() : tryToLook();
    }

    /** Whether the last look began after all that stamps stand for. */
    private static boolean covers(Following known, Collection<Stamp> stamps) {
        return stamps.stream()
                .allMatch(stamp -> known.generation().equals(stamp.generation())
                        && known.last().before() >= stamp.tick());
    }

    private Optional<Following> tryToLook() {
        try {
            return Optional.of(follower.look(PATIENCE)).filter(follower::isTrusted);
        } catch (SQLException e) {
            LOG.log(Level.FINE, "No look at the primary.", e);
            return Optional.empty();
        }
    }

    /**
     * Looks after a commit of a reader, tells the other clones, and gives him the stamp of it. Where that fails he reads from the
     * primary for a while.
     */
    void lookAfterCommit(Reader reader) {
        var looked = tryToLook();
        looked.ifPresentOrElse(known -> reader.saw(stamp(known)), reader::doubt);
        looked.ifPresent(this::ring);
    }

    /**
     * Looks for a reader who is told that something is done which somebody else wrote, so that he finds it wherever he reads
     * next.
     */
    public void lookFor(Reader reader) {
        tryToLook().ifPresentOrElse(known -> reader.saw(stamp(known)), reader::doubt);
    }

    /**
     * Whether a replica, or the primary itself, has what a reader has seen, however old it is otherwise: for when nobody can look.
     */
    boolean hasSeen(Connection connection, Collection<Stamp> stamps) throws SQLException {
        if (stamps.isEmpty()) {
            return true;
        }
        var position = ReplicaPosition.of(connection);
        return follower.known()
                .filter(known -> covers(known, stamps))
                .filter(known -> position.flatMap(at -> at.reached(known))
                        .filter(new Freshness(known, stamps, Set.of())::hasSeen)
                        .isPresent())
                .isPresent();
    }

    /** Looks because a clone rang, or because it is time. */
    void look() throws SQLException {
        follower.look(PATIENCE);
    }

    /** How old what is known is; ages where nothing is. */
    Duration age() {
        return follower.known().map(follower::age).orElse(Follower.AGES);
    }

    /** Deletes the changes that looks of long ago have seen. */
    int clean(UUID generation, long oldest, int most) throws SQLException {
        return looks.clean(generation, oldest, most);
    }

    private static Stamp stamp(Following known) {
        return new Stamp(known.generation(), known.last().before());
    }

    private void ring(Following known) {
        long change = known.lastChange();
        if (rungFor.getAndSet(change) != change) {
            bell.ring();
        }
    }
}
