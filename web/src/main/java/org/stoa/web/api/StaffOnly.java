package org.stoa.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.stoa.web.security.Caller;

/** Keeps everybody but staff out of what is marked so. */
@Staff
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class StaffOnly implements ContainerRequestFilter {
    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.isStaff()) {
            return;
        }
        var problem = caller.isKnown()
                ? Problem.of(Response.Status.FORBIDDEN.getStatusCode(), "This is for staff only.")
                : Problem.of(
                        Response.Status.UNAUTHORIZED.getStatusCode(),
                        "This needs a valid token: Authorization: Bearer ...");
        request.abortWith(problem.response());
    }
}
