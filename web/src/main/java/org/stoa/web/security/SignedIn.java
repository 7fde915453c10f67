package org.stoa.web.security;

import java.io.Serializable;
import java.util.Set;
import org.stoa.member.MemberView;
import org.stoa.member.RememberTokens;
import org.stoa.member.Role;

/**
 * Who is signed in to a session. All that a session knows of a member: the rest is asked of the database when it matters.
 *
 * @param member the member's id
 * @param epoch counts as long as the member has the same
 * @param staff whether he ran the shop when he signed in; decides nothing by itself
 */
record SignedIn(long member, long epoch, boolean staff) implements Serializable {
    static SignedIn of(MemberView member) {
        return in(member.epoch(), member);
    }

    /** The member in another epoch than the one in which he was read. */
    static SignedIn in(long epoch, MemberView member) {
        return new SignedIn(member.id().value(), epoch, member.isStaff());
    }

    static SignedIn of(RememberTokens.Use use) {
        return new SignedIn(use.member().value(), use.epoch(), use.role() == Role.STAFF);
    }

    Set<String> roles() {
        return staff ? Set.of(Roles.MEMBER, Roles.STAFF) : Set.of(Roles.MEMBER);
    }
}
