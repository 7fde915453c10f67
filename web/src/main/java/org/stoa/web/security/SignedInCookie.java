package org.stoa.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.stoa.member.RememberTokens;
import org.stoa.web.site.SiteCookie;

/**
 * Tells the scripts of pages that somebody may be signed in, so that only then they ask for his name. Says not who, and nothing
 * that is relied on.
 */
final class SignedInCookie {
    /** Known to stoa.js too. */
    static final String NAME = "stoa-member";

    private SignedInCookie() {}

    /**
     * Sets it.
     *
     * @param remembered whether this device stays signed in
     */
    static void set(HttpServletRequest request, HttpServletResponse response, boolean remembered) {
        var cookie = SiteCookie.of(request, NAME, "1");
        if (remembered) {
            cookie.setMaxAge((int) RememberTokens.LIFE.toSeconds());
        }
        response.addCookie(cookie);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(SiteCookie.none(request, NAME));
    }
}
