package org.stoa.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import org.stoa.Refusal;
import org.stoa.web.security.Roles;

/** Keeps everybody but staff out. */
final class StaffGuard {
    private StaffGuard() {}

    /**
     * Lets staff pass.
     *
     * @throws Refusal not found: it is not to be seen by who asks
     */
    static void require(HttpServletRequest request) {
        if (!request.isUserInRole(Roles.STAFF)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is nothing at this address.");
        }
    }
}
