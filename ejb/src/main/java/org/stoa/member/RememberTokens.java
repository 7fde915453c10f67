package org.stoa.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.stoa.Sha256;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;

/**
 * Devices that stay signed in. A device has a token {@code series.secret}; the secret is replaced with each use, so that of
 * a thief and an owner the second one comes with an old one: then all sessions and devices of the member are over.
 *
 * <p>Each method is one transaction. Isolation: read committed; whoever changes both locks the member first, then his
 * devices, so uses of a member's devices, and changes of his epoch, come one after the other. A clone
 * that dies in the middle leaves nothing behind; one that dies between commit and answer leaves the device with the former
 * secret, which is good for {@link #FORMER_SECONDS} more.
 */
@Stateless
public class RememberTokens {
    /** How long a device is remembered after its last use. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** In seconds: requests that were sent together carry the same secret. */
    private static final int FORMER_SECONDS = 60;

    /** Of one member; beyond, the one not used for longest goes. */
    private static final int MOST_DEVICES = 20;

    private static final int EXPIRED_AT_ONCE = 100;
    private static final int SERIES_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{32})\\.([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Logger LOG = Logger.getLogger(RememberTokens.class.getName());

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    /**
     * A use of a token that is good.
     *
     * @param member whose device it is
     * @param epoch the member's at the time of the use
     * @param role the member's at the time of the use
     * @param next the token to be used next time; none: the one that another request has got already
     */
    public record Use(MemberId member, long epoch, Role role, Optional<String> next) {}

    /**
     * Remembers one more device of a member.
     *
     * @param epoch in which he signed in on it
     * @return its token; none if the member has another epoch by now, so that his sign-in is over
     */
    public Optional<String> remember(MemberId member, long epoch) {
        databases.requirePrimary();
        var series = random(SERIES_BYTES);
        var secret = random(SECRET_BYTES);
        // Locked, the member can't get another epoch before this device is there to be forgotten with the others.
        int added = SqlUpdate.of(primary, """
                        insert into remember_token (series, member_id, token_sha256, expires_at)
                        select :series, id, :hash,
                               clock_timestamp() + cast(:life as double precision) * interval '1 second'
                          from member where id = :member and epoch = :epoch for share
                        """)
                .setParameter("series", series)
                .setParameter("member", member.value())
                .setParameter("epoch", epoch)
                .setParameter("hash", hash(secret))
                .setParameter("life", LIFE.toSeconds())
                .executeUpdate();
        if (added == 0) {
            return Optional.empty();
        }
        clean(member);
        return Optional.of(series + "." + secret);
    }

    /** Uses a token: whose device it is, or empty if it is no longer good. */
    public Optional<Use> use(String token) {
        databases.requirePrimary();
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var series = parts.group(1);
        var given = hash(parts.group(2));
        var owner = owner(series);
        var device = owner.flatMap(known -> device(series));
        if (device.isEmpty()) {
            return Optional.empty();
        }
        boolean alive = device.get().get("alive", Boolean.class);
        if (alive && given.equals(device.get().get("token_sha256", String.class))) {
            return owner.map(known -> use(known, Optional.of(series + "." + replace(series, given))));
        }
        boolean recent = device.get().get("recent", Boolean.class);
        if (alive && recent && given.equals(device.get().get("former_sha256", String.class))) {
            return owner.map(known -> use(known, Optional.empty()));
        }
        if (alive) {
            stolen(owner.orElseThrow().get("id", Long.class));
        } else {
            end(series);
        }
        return Optional.empty();
    }

    private static Use use(Tuple owner, Optional<String> next) {
        return new Use(
                new MemberId(owner.get("id", Long.class)),
                owner.get("epoch", Long.class),
                Role.fromKey(owner.get("role", String.class)),
                next);
    }

    /** Locks the member whose device it is. */
    private Optional<Tuple> owner(String series) {
        List<?> rows = primary.createNativeQuery("""
                        select id, epoch, role from member
                         where id = (select member_id from remember_token where series = :series) for no key update
                        """, Tuple.class)
                .setParameter("series", series)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }

    /** Read after the lock, so as it is now. */
    private Optional<Tuple> device(String series) {
        List<?> rows = primary.createNativeQuery("""
                        select token_sha256, former_sha256, expires_at > clock_timestamp() as alive,
                               last_used > clock_timestamp() - cast(:former as double precision) * interval '1 second' as recent
                          from remember_token where series = :series for update
                        """, Tuple.class)
                .setParameter("former", FORMER_SECONDS)
                .setParameter("series", series)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }

    /** Whoever came first may be the thief, and has a session: all sessions of the member end, and all devices. */
    private void stolen(Long member) {
        SqlUpdate.of(primary, "update member set epoch = epoch + 1, version = version + 1 where id = :member")
                .setParameter("member", member)
                .executeUpdate();
        SqlUpdate.of(primary, "delete from remember_token where member_id = :member")
                .setParameter("member", member)
                .executeUpdate();
        LOG.log(
                Level.INFO,
                "An old token of a device of member {0} was used again: all sessions and devices are signed out.",
                String.valueOf(member));
    }

    private String replace(String series, String former) {
        var secret = random(SECRET_BYTES);
        SqlUpdate.of(primary, """
                        update remember_token
                           set token_sha256 = :hash, former_sha256 = :former, last_used = clock_timestamp(),
                               expires_at = clock_timestamp() + cast(:life as double precision) * interval '1 second'
                         where series = :series
                        """)
                .setParameter("hash", hash(secret))
                .setParameter("former", former)
                .setParameter("life", LIFE.toSeconds())
                .setParameter("series", series)
                .executeUpdate();
        return secret;
    }

    /** Forgets the device that has this token, whichever its secret is; does nothing where there is none. */
    public void forget(String token) {
        databases.requirePrimary();
        var parts = TOKEN.matcher(token);
        if (parts.matches()) {
            end(parts.group(1));
        }
    }

    private void end(String series) {
        SqlUpdate.of(primary, "delete from remember_token where series = :series")
                .setParameter("series", series)
                .executeUpdate();
    }

    private void clean(MemberId member) {
        SqlUpdate.of(primary, """
                        delete from remember_token where series in (
                            select series from remember_token where expires_at < clock_timestamp()
                             limit :most for update skip locked)
                        """).setParameter("most", EXPIRED_AT_ONCE).executeUpdate();
        SqlUpdate.of(primary, """
                        delete from remember_token where series in (
                            select series from remember_token where member_id = :member
                             order by last_used desc offset :most for update skip locked)
                        """)
                .setParameter("member", member.value())
                .setParameter("most", MOST_DEVICES)
                .executeUpdate();
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
