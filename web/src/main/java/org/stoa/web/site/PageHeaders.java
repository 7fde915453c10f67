package org.stoa.web.site;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of every page. */
public final class PageHeaders {
    /** Everything from here, nothing inline, in nobody's frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), screen-wake-lock=()";

    private PageHeaders() {}

    /** Sets them; the response must not be committed. */
    public static void set(HttpServletResponse response, String cacheControl) {
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        // Nothing in a page depends on who asks; the server compresses it for those who take that.
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
