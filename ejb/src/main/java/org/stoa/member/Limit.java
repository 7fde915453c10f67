package org.stoa.member;

import java.time.Duration;
import java.util.Locale;

/** How often something may be tried in a time. Who goes on is blocked for that time, then for twice it, then four times. */
public enum Limit {
    /** Failed sign-ins to one account, whether it exists or not. */
    SIGN_IN_TO_ACCOUNT(10, Duration.ofMinutes(15)),
    /** Failed sign-ins from one address. */
    SIGN_IN_FROM_ADDRESS(50, Duration.ofMinutes(15)),
    /** New accounts from one address. */
    SIGN_UP_FROM_ADDRESS(20, Duration.ofHours(1)),
    /** Mails that tell the owner of an account of others' tries to open it anew. */
    NOTICE_TO_ACCOUNT(3, Duration.ofDays(1)),
    /** Reviews that a member writes or changes. */
    REVIEWS_OF_MEMBER(30, Duration.ofHours(1));

    private final int tries;
    private final Duration window;

    Limit(int tries, Duration window) {
        this.tries = tries;
        this.window = window;
    }

    /** So many are let through. */
    int tries() {
        return tries;
    }

    /** In this time. */
    Duration window() {
        return window;
    }

    /** Its name in the database. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
