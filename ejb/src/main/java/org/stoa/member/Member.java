package org.stoa.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Somebody with an account. */
@Entity
class Member {
    @Id
    private Long id;

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
