package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.stoa.Refusal;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Jobs that come again and again, by the time of day.
 *
 * <p>Isolation: read committed, each on one row, by a single statement or holding it. The next time is moved on and its job
 * submitted by one statement, which only does so if nobody did before: so each time has one job, and there is no leader.
 */
@Stateless
public class Schedules {
    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    @Inject
    private JobRinger ringer;

    /**
     * Keeps a schedule: makes it, or changes it where it says something else. One whose times change begins anew from now.
     *
     * @param name names it, 1 to 100 characters
     * @param cron when it comes
     * @param zone where that is so
     * @param wanted what is done then; it has no time, no key and no batch
     * @throws Refusal invalid: its time never comes; unavailable
     */
    public void keep(String name, Cron cron, ZoneId zone, Submission<?> wanted) {
        databases.requirePrimary();
        SqlUpdate.of(primary, """
                        insert into job_schedule as s (name, cron, zone, type, payload, payload_version, queue, priority,
                               most_attempts, next_at)
                        values (:name, :cron, :zone, :type, cast(:payload as jsonb), :version, :queue, :priority, :most,
                               cast(:next as timestamptz))
                        on conflict (name) do update set cron = excluded.cron, zone = excluded.zone, type = excluded.type,
                               payload = excluded.payload, payload_version = excluded.payload_version,
                               queue = excluded.queue, priority = excluded.priority, most_attempts = excluded.most_attempts,
                               next_at = case when (s.cron, s.zone) = (excluded.cron, excluded.zone)
                                              then s.next_at else excluded.next_at end
                        """)
                .setParameter("name", name)
                .setParameter("cron", cron.toString())
                .setParameter("zone", zone.getId())
                .setParameter("type", wanted.type().name())
                .setParameter("payload", wanted.json())
                .setParameter("version", wanted.type().version())
                .setParameter("queue", wanted.queue().key())
                .setParameter("priority", wanted.priority())
                .setParameter("most", wanted.type().retries().most())
                .setParameter("next", cron.next(now(), zone).toString())
                .executeUpdate();
    }

    /**
     * Changes a schedule, all that is given or nothing; what is empty stays.
     *
     * @param cron other times, in its own zone; it begins anew from now
     * @param paused see {@link #pause}
     * @throws Refusal not found; invalid: its time never comes; unavailable
     */
    public void change(String name, Optional<Cron> cron, Optional<Boolean> paused) {
        requireSchedule(name);
        cron.ifPresent(times -> retime(name, times));
        paused.ifPresent(now -> pause(name, now));
    }

    /**
     * Pauses a schedule, or lets it go on. What it missed meanwhile is made up for once.
     *
     * @throws Refusal not found; unavailable
     */
    public void pause(String name, boolean paused) {
        databases.requirePrimary();
        int changed = SqlUpdate.of(primary, "update job_schedule set paused = :paused where name = :name")
                .setParameter("paused", paused)
                .setParameter("name", nameable(name))
                .executeUpdate();
        if (changed == 0) {
            throw noSchedule();
        }
    }

    /**
     * Gives a schedule other times, in its own zone; it begins anew from now.
     *
     * @throws Refusal not found; invalid: its time never comes; unavailable
     */
    private void retime(String name, Cron cron) {
        var zone = requireSchedule(name);
        SqlUpdate.of(primary, """
                        update job_schedule set cron = :cron, next_at = cast(:next as timestamptz) where name = :name
                        """)
                .setParameter("cron", cron.toString())
                .setParameter("next", cron.next(now(), ZoneId.of(zone)).toString())
                .setParameter("name", name)
                .executeUpdate();
    }

    private Instant now() {
        return primary.unwrap(Session.class)
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /** Its zone; nobody else changes it meanwhile. */
    private String requireSchedule(String name) {
        databases.requirePrimary();
        return primary
                .unwrap(Session.class)
                .createNativeQuery("select zone from job_schedule where name = :name for no key update", String.class)
                .setParameter("name", nameable(name))
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(Schedules::noSchedule);
    }

    /** PostgreSQL keeps no NUL, so nothing is named so. */
    private static String nameable(String name) {
        if (name.indexOf('\0') >= 0) {
            throw noSchedule();
        }
        return name;
    }

    /** Ends a schedule; jobs that it has submitted stay. */
    public void end(String name) {
        databases.requirePrimary();
        SqlUpdate.of(primary, "delete from job_schedule where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    /**
     * Has its job done now, beside its times. Who asks again before that job is finished, because the answer was lost or by a second
     * click, gets the same one.
     *
     * @throws Refusal not found; conflict: it was finished at this very moment; unavailable
     */
    public JobId runNow(String name) {
        requireSchedule(name);
        var job = submitted(name)
                .or(() -> unfinished(name))
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "It has just been done. Please try again."));
        // Whichever queue it is in.
        for (var queue : JobQueue.values()) {
            ringer.ringAfterCommit(queue);
        }
        return job;
    }

    private Optional<JobId> submitted(String name) {
        return first("""
                insert into job (type, payload, payload_version, queue, priority, most_attempts, unique_key)
                select type, payload, payload_version, queue, priority, most_attempts, name || ' now' from job_schedule
                 where name = :name
                    on conflict (type, unique_key) where %s do nothing
                returning id
                """.formatted(Jobs.HOLDS_KEY), name);
    }

    private Optional<JobId> unfinished(String name) {
        return first("""
                select id from job where unique_key = :name || ' now' and %s
                   and type = (select type from job_schedule where name = :name)
                """.formatted(Jobs.HOLDS_KEY), name);
    }

    private Optional<JobId> first(String sql, String name) {
        return primary
                .unwrap(Session.class)
                .createNativeQuery(sql, UUID.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst()
                .map(JobId::new);
    }

    private static Refusal noSchedule() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "There is no such schedule.");
    }
}
