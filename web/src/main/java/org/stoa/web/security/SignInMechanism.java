package org.stoa.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Finds out who asks: a program of the staff by its token, or a member by his session or by his device that is remembered.
 * Who says nothing is nobody, and gets no session.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    @Inject
    private BearerToken token;

    @Inject
    private MemberSession sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (token.isIn(request)) {
            return token.isRightIn(request)
                    ? context.notifyContainerAboutLogin("staff", Set.of(Roles.STAFF))
                    : context.doNothing();
        }
        return sessions.resume(request, response)
                .map(who -> context.notifyContainerAboutLogin("member-" + who.member(), who.roles()))
                .orElseGet(context::doNothing);
    }
}
