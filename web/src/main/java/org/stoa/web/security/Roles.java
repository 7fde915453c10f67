package org.stoa.web.security;

/** Who may do what. */
public final class Roles {
    /** Runs the shop. */
    public static final String STAFF = "staff";

    /** Has an account. */
    public static final String MEMBER = "member";

    private Roles() {}
}
