package org.stoa.web.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.stoa.Sha256;

/** Finds out who asks: a program of the staff says so by a bearer token (RFC 6750). Who says nothing is nobody. */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    /** SHA-256 of the only token, in hexadecimal; so the token itself is kept nowhere in the server. */
    @Resource(lookup = "java:global/stoa/staffTokenSha256")
    private String tokenSha256;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return token(request).filter(this::isValid).isPresent()
                ? context.notifyContainerAboutLogin("staff", Set.of(Roles.STAFF))
                : context.doNothing();
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private boolean isValid(String token) {
        var given = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), tokenSha256.getBytes(StandardCharsets.US_ASCII));
    }
}
