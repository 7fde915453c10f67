package org.stoa.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.stoa.Refusal;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;
import org.stoa.data.StaleEntity;

/**
 * Changes of accounts, each method one transaction on the primary.
 *
 * <p>Isolation: read committed; an address has one account by its unique key, two changes of one account exclude each other
 * by its version. A clone that dies in the middle leaves nothing behind. Passwords are hashed before, outside of it.
 */
@Stateless
public class Members {
    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    /**
     * Opens an account unless the address has one.
     *
     * @param name 1 to 100 characters
     * @return whether it is new
     */
    public boolean open(Email email, String name, PasswordHash hash, Role role) {
        databases.requirePrimary();
        return SqlUpdate.of(primary, """
                        insert into member (email, name, password_hash, role) values (:email, :name, :hash, :role)
                        on conflict (email) do nothing
                        """)
                        .setParameter("email", email.value())
                        .setParameter("name", name)
                        .setParameter("hash", hash.text())
                        .setParameter("role", role.key())
                        .executeUpdate()
                > 0;
    }

    /**
     * Opens an account into which nobody can sign in, because it has no password.
     *
     * @param email not yet taken
     * @param name 1 to 100 characters
     */
    public MemberId openForNobody(Email email, String name) {
        databases.requirePrimary();
        return new MemberId((long) primary.createNativeQuery(
                        "insert into member (email, name) values (:email, :name) returning id", Long.class)
                .setParameter("email", email.value())
                .setParameter("name", name)
                .getSingleResult());
    }

    /** Whether anybody runs the shop. */
    public boolean hasStaff() {
        return (boolean)
                primary.createNativeQuery("select exists (select from member where role = 'staff')", Boolean.class)
                        .getSingleResult();
    }

    /**
     * Sets another password; all sessions and devices of the member are signed out.
     *
     * @param epoch that of the session which asks for it
     * @return the epoch of sessions that begin now
     * @throws Refusal conflict: that session is over
     * @throws StaleEntity the account has been changed since this clone read it
     */
    public long changePassword(MemberId id, long epoch, PasswordHash hash) {
        var member = member(id, epoch);
        member.changePassword(hash);
        return signedOut(id, member);
    }

    /** Replaces the hash of the same password; does nothing where the account was changed meanwhile. */
    public void strengthen(MemberId id, PasswordHash old, PasswordHash hash) {
        SqlUpdate.of(primary, """
                        update member set password_hash = :hash, version = version + 1
                         where id = :id and password_hash = :old
                        """)
                .setParameter("hash", hash.text())
                .setParameter("id", id.value())
                .setParameter("old", old.text())
                .executeUpdate();
    }

    /**
     * Ends all sessions of a member, and forgets the devices on which he stays signed in.
     *
     * @param epoch that of the session which asks for it
     * @return the epoch of sessions that begin now
     * @throws Refusal conflict: that session is over
     * @throws StaleEntity the account has been changed since this clone read it
     */
    public long signOutEverywhere(MemberId id, long epoch) {
        var member = member(id, epoch);
        member.signOutEverywhere();
        return signedOut(id, member);
    }

    /** Perhaps as this clone keeps him; but nobody is refused for what was kept. */
    private Member member(MemberId id, long epoch) {
        databases.requirePrimary();
        var member = find(id, CacheRetrieveMode.USE);
        if (member != null && member.epoch() != epoch) {
            primary.detach(member);
            member = find(id, CacheRetrieveMode.BYPASS);
        }
        if (member == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no member " + id.value() + ".");
        }
        if (member.epoch() != epoch) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "Member " + id.value() + " was signed out here. Please sign in again.");
        }
        return member;
    }

    private Member find(MemberId id, CacheRetrieveMode mode) {
        return primary.find(Member.class, id.value(), Map.of("jakarta.persistence.cache.retrieveMode", mode));
    }

    /** The member's row first, then his devices: in this order all take their locks, and none is remembered in between. */
    private long signedOut(MemberId id, Member member) {
        flush(id);
        forgetDevices(id);
        return member.epoch();
    }

    private void forgetDevices(MemberId id) {
        SqlUpdate.of(primary, "delete from remember_token where member_id = :id")
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Let pass for what was kept, he is stopped here: a row that somebody has changed since has another version. */
    private void flush(MemberId id) {
        try {
            primary.flush();
        } catch (OptimisticLockException e) {
            throw new StaleEntity("Member " + id.value() + " was changed at the same time elsewhere.", e);
        }
    }
}
