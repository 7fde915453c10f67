package org.stoa.web.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** A cookie as the shop sets them: for all its addresses, by TLS where the visitor came by it, not for what other sites cause. */
public final class SiteCookie {
    private SiteCookie() {}

    /** For as long as the browser is open, and for scripts too; the caller may change that. */
    public static Cookie of(HttpServletRequest request, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Takes one away. */
    public static Cookie none(HttpServletRequest request, String name) {
        var cookie = of(request, name, "");
        cookie.setMaxAge(0);
        return cookie;
    }
}
