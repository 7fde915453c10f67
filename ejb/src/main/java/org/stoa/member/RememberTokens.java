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

/**
 * Devices that stay signed in. A device has a token {@code series.secret}; the secret is replaced with each use, so that of
 * a thief and an owner the second one comes with an old one: then the whole series is over.
 *
 * <p>Each method is one transaction. Isolation: read committed; uses of one series wait for each other at its row. A clone
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
     * @param next the token to be used next time; none: the one that another request has got already
     */
    public record Use(MemberId member, Optional<String> next) {}

    /** Remembers one more device of a member; returns its token. */
    public String remember(MemberId member) {
        databases.requirePrimary();
        clean(member);
        var series = random(SERIES_BYTES);
        var secret = random(SECRET_BYTES);
        primary.createNativeQuery("""
                        insert into remember_token (series, member_id, token_sha256, expires_at)
                        values (:series, :member, :hash,
                                clock_timestamp() + cast(:life as double precision) * interval '1 second')
                        """)
                .setParameter("series", series)
                .setParameter("member", member.value())
                .setParameter("hash", hash(secret))
                .setParameter("life", LIFE.toSeconds())
                .executeUpdate();
        return series + "." + secret;
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
        List<?> rows = primary.createNativeQuery("""
                        select member_id, token_sha256, former_sha256, expires_at > clock_timestamp() as alive,
                               last_used > clock_timestamp() - cast(:former as double precision) * interval '1 second' as recent
                          from remember_token where series = :series for update
                        """, Tuple.class)
                .setParameter("former", FORMER_SECONDS)
                .setParameter("series", series)
                .getResultList();
        var row = rows.stream().map(Tuple.class::cast).findFirst();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var member = new MemberId(row.get().get("member_id", Long.class));
        boolean alive = row.get().get("alive", Boolean.class);
        if (alive && given.equals(row.get().get("token_sha256", String.class))) {
            return Optional.of(new Use(member, Optional.of(series + "." + replace(series, given))));
        }
        boolean recent = row.get().get("recent", Boolean.class);
        if (alive && recent && given.equals(row.get().get("former_sha256", String.class))) {
            return Optional.of(new Use(member, Optional.empty()));
        }
        end(series);
        if (alive) {
            LOG.log(
                    Level.INFO,
                    "An old token of a device of member {0} was used again: the device is signed out.",
                    member.value());
        }
        return Optional.empty();
    }

    private String replace(String series, String former) {
        var secret = random(SECRET_BYTES);
        primary.createNativeQuery("""
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
        primary.createNativeQuery("delete from remember_token where series = :series")
                .setParameter("series", series)
                .executeUpdate();
    }

    private void clean(MemberId member) {
        primary.createNativeQuery("""
                        delete from remember_token where series in (
                            select series from remember_token where expires_at < clock_timestamp()
                             limit :most for update skip locked)
                        """).setParameter("most", EXPIRED_AT_ONCE).executeUpdate();
        primary.createNativeQuery("""
                        delete from remember_token where series in (
                            select series from remember_token where member_id = :member
                             order by last_used desc offset :most for update skip locked)
                        """)
                .setParameter("member", member.value())
                .setParameter("most", MOST_DEVICES - 1)
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
