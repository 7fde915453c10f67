package org.stoa.member;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/**
 * Somebody with an account, as he is written. Who he is and what he may do is not asked of it, because a clone keeps it for a
 * while: see {@link MemberViews}.
 */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = Member.REGION)
@NaturalIdCache(region = Member.REGION)
class Member {
    /** The kind of the tags that say that a member changed: {@code member:42}. */
    static final String REGION = "member";

    @Id
    private Long id;

    @NaturalId(mutable = true)
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private long epoch;

    @Version
    private long version;

    /** For JPA. */
    protected Member() {}

    /** Sets another password, and ends all sessions that began with the old one. */
    void changePassword(PasswordHash hash) {
        passwordHash = hash.text();
        signOutEverywhere();
    }

    /** Ends all his sessions. */
    void signOutEverywhere() {
        epoch++;
    }

    /** Sessions count that began in this one. */
    long epoch() {
        return epoch;
    }
}
