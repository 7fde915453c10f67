package org.stoa.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Counts tries for all clones together, by the database's clock. Each method is one transaction.
 *
 * <p>Isolation: read committed; tries with one key wait for each other at its row, so none is counted twice or not at all.
 * A try is counted before it is made: a clone that dies in the middle has counted one too many, never one too few.
 */
@Stateless
public class TryCounts {
    private static final int MOST_DOUBLINGS = 2;

    /** Rows of long ago go in batches of so many, with one count in so many. */
    private static final int BATCH = 200;

    private static final int ONE_IN = 50;

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    /**
     * Counts a try.
     *
     * @param key 64 hexadecimal digits
     * @return empty if it may be made; else how long it may not
     */
    public Optional<Duration> count(Limit limit, String key) {
        databases.requirePrimary();
        clean();
        List<?> tries = primary.createNativeQuery("""
                        insert into try_count as t (kind, key, tries, since) values (:kind, :key, 1, clock_timestamp())
                        on conflict (kind, key) do update set
                            tries = case when t.blocked_until is not null
                                           or t.since < clock_timestamp() - cast(:window as double precision) * interval '1 second'
                                         then 1 else t.tries + 1 end,
                            since = case when t.blocked_until is not null
                                           or t.since < clock_timestamp() - cast(:window as double precision) * interval '1 second'
                                         then clock_timestamp() else t.since end,
                            blocks = case when t.since < clock_timestamp() - interval '1 day' then 0 else t.blocks end,
                            blocked_until = null
                         where t.blocked_until is null or t.blocked_until <= clock_timestamp()
                        returning tries
                        """, Integer.class)
                .setParameter("kind", limit.key())
                .setParameter("key", key)
                .setParameter("window", limit.window().toSeconds())
                .getResultList();
        if (tries.isEmpty()) {
            return Optional.of(blocked(limit, key));
        }
        if ((Integer) tries.get(0) >= limit.tries()) {
            block(limit, key);
        }
        return Optional.empty();
    }

    /** The last one that is let through blocks those after it, unless it is taken back. */
    private void block(Limit limit, String key) {
        SqlUpdate.of(primary, """
                        update try_count
                           set blocked_until = clock_timestamp() + cast(:window as double precision)
                                             * power(2, least(blocks, :doublings)) * interval '1 second',
                               blocks = blocks + 1
                         where kind = :kind and key = :key
                        """)
                .setParameter("window", limit.window().toSeconds())
                .setParameter("doublings", MOST_DOUBLINGS)
                .setParameter("kind", limit.key())
                .setParameter("key", key)
                .executeUpdate();
    }

    private Duration blocked(Limit limit, String key) {
        List<?> left = primary.createNativeQuery("""
                        select cast(ceil(extract(epoch from blocked_until - clock_timestamp())) as bigint)
                          from try_count where kind = :kind and key = :key and blocked_until is not null
                        """, Long.class)
                .setParameter("kind", limit.key())
                .setParameter("key", key)
                .getResultList();
        return left.stream()
                .map(seconds -> Duration.ofSeconds((Long) seconds))
                .findFirst()
                // Forgotten in this moment.
                .orElse(Duration.ofSeconds(1));
    }

    /** Takes one try back that was none: it led to something, or could not be made. */
    public void takeBack(Limit limit, String key) {
        SqlUpdate.of(primary, """
                        update try_count
                           set tries = greatest(tries - 1, 0),
                               blocks = case when blocked_until is null then blocks else greatest(blocks - 1, 0) end,
                               blocked_until = null
                         where kind = :kind and key = :key
                        """)
                .setParameter("kind", limit.key())
                .setParameter("key", key)
                .executeUpdate();
    }

    /** Forgets all tries with that key. */
    public void forget(Limit limit, String key) {
        SqlUpdate.of(primary, "delete from try_count where kind = :kind and key = :key")
                .setParameter("kind", limit.key())
                .setParameter("key", key)
                .executeUpdate();
    }

    private void clean() {
        if (ThreadLocalRandom.current().nextInt(ONE_IN) > 0) {
            return;
        }
        SqlUpdate.of(primary, """
                        delete from try_count where (kind, key) in (
                            select kind, key from try_count
                             where since < clock_timestamp() - interval '2 days'
                               and (blocked_until is null or blocked_until <= clock_timestamp())
                             limit :batch for update skip locked)
                        """).setParameter("batch", BATCH).executeUpdate();
    }
}
