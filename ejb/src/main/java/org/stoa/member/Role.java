package org.stoa.member;

import java.util.Locale;

/** What a member may do. */
public enum Role {
    /** Has an account. */
    MEMBER,
    /** Runs the shop, and is a member too. */
    STAFF;

    /** Its name in the database and in JSON: {@code member}, {@code staff}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; throws IllegalArgumentException for another. */
    static Role fromKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
