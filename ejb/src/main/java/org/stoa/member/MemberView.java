package org.stoa.member;

import java.time.Instant;

/**
 * A member as he is shown to himself.
 *
 * @param email normalised, see {@link Email}
 * @param name 1 to 100 characters, not to be trusted as markup
 * @param role what he may do
 * @param since when the account was made, to the second
 * @param epoch sessions that began in another one are over
 */
public record MemberView(MemberId id, String email, String name, Role role, Instant since, long epoch) {
    /** Whether he runs the shop. */
    public boolean isStaff() {
        return role == Role.STAFF;
    }
}
