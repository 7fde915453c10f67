package org.stoa.web.security;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.stoa.member.RememberTokens;

/** The cookie of a device that stays signed in. */
final class RememberCookie {
    /** Known to the server too, which hides it from public pages (wildfly-config, 50-web.cli). */
    static final String NAME = "stoa-remember";

    private RememberCookie() {}

    /** Asked of the server, because the request itself can't tell its cookies where one has been hidden from a public page. */
    static Optional<String> in(HttpServletRequest request) {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        return Optional.ofNullable(exchange.getRequestCookie(NAME))
                .map(io.undertow.server.handlers.Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addCookie(cookie(request, token, (int) RememberTokens.LIFE.toSeconds()));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAge);
        return cookie;
    }
}
