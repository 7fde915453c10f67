package org.stoa.web.site;

import jakarta.servlet.http.HttpServletResponse;

/** The answer to a form: the browser goes on to a page, which it may load again without sending the form again. */
public final class SeeOther {
    private SeeOther() {}

    /**
     * Answers so (303).
     *
     * @param address of the page, on this site; encoded
     */
    public static void to(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Location", address);
    }
}
