package org.stoa.web.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.stoa.web.security.Roles;

/** Keeps everybody but staff out of what is marked so. */
@Staff
@Provider
@Priority(Priorities.AUTHORIZATION)
public class StaffOnly implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        var caller = request.getSecurityContext();
        if (caller.isUserInRole(Roles.STAFF)) {
            return;
        }
        if (caller.getUserPrincipal() != null) {
            request.abortWith(Problem.of(Response.Status.FORBIDDEN.getStatusCode(), "This is for staff only.")
                    .response());
            return;
        }
        var problem = Problem.of(
                Response.Status.UNAUTHORIZED.getStatusCode(), "This needs a valid token: Authorization: Bearer ...");
        request.abortWith(Response.fromResponse(problem.response())
                .header("WWW-Authenticate", "Bearer")
                .build());
    }
}
