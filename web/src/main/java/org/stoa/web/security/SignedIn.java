package org.stoa.web.security;

import java.io.Serializable;
import java.util.Set;
import org.stoa.member.MemberView;

/**
 * Who is signed in to a session. All that a session knows of a member: the rest is asked of the database when it matters.
 *
 * @param member the member's id
 * @param epoch counts as long as the member has the same
 * @param staff whether he ran the shop when he signed in; decides nothing by itself
 */
record SignedIn(long member, long epoch, boolean staff) implements Serializable {
    static SignedIn of(MemberView member) {
        return new SignedIn(member.id().value(), member.epoch(), member.isStaff());
    }

    Set<String> roles() {
        return staff ? Set.of(Roles.MEMBER, Roles.STAFF) : Set.of(Roles.MEMBER);
    }
}
