package org.stoa.web.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.stoa.Sha256;

/** The token by which a program of the staff says who it is (RFC 6750). */
@ApplicationScoped
public class BearerToken {
    private static final String SCHEME = "Bearer ";

    /** SHA-256 of the only token, in hexadecimal; so the token itself is kept nowhere in the server. */
    @Resource(lookup = "java:global/stoa/staffTokenSha256")
    private String tokenSha256;

    /** Whether a request carries a token, right or wrong. */
    boolean isIn(HttpServletRequest request) {
        return token(request).isPresent();
    }

    /** Whether a request carries the right one. */
    boolean isRightIn(HttpServletRequest request) {
        return token(request).filter(this::isRight).isPresent();
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private boolean isRight(String token) {
        var given = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), tokenSha256.getBytes(StandardCharsets.US_ASCII));
    }
}
