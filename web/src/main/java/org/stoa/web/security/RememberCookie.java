package org.stoa.web.security;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.stoa.member.RememberTokens;
import org.stoa.web.site.SiteCookie;

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
        var cookie = SiteCookie.of(request, NAME, token);
        cookie.setMaxAge((int) RememberTokens.LIFE.toSeconds());
        add(cookie, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(SiteCookie.none(request, NAME), response);
    }

    private static void add(Cookie cookie, HttpServletResponse response) {
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }
}
