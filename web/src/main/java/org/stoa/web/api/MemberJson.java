package org.stoa.web.api;

import org.stoa.member.MemberView;

/**
 * A member, as he is shown to himself.
 *
 * @param role member or staff
 * @param since when the account was opened, RFC 3339 in UTC
 */
public record MemberJson(long id, String email, String name, String role, String since) {
    static MemberJson of(MemberView member) {
        return new MemberJson(
                member.id().value(),
                member.email(),
                member.name(),
                member.role().key(),
                member.since().toString());
    }
}
