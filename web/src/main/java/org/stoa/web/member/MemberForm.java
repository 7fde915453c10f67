package org.stoa.web.member;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.member.ClientAddress;
import org.stoa.web.site.PageHeaders;
import org.stoa.web.site.TooLarge;
import org.stoa.web.site.ViewRequest;

/** How the forms of members are taken and answered. */
final class MemberForm {
    /** Of a body, in bytes. */
    static final int MOST = 16_384;

    private static final String PERSONAL = "private, no-store";

    private MemberForm() {}

    /** Refuses a body that is too large, or that does not say how large it is; returns whether it may be read. */
    static boolean isReadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > MOST) {
            response.sendError(TooLarge.STATUS);
        }
        return length >= 0 && length <= MOST;
    }

    /** A field as it was sent, never null. */
    static String field(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** The key of the text that tells what is wrong with a field: {@code fault.password.too-short}. */
    static String fault(String field, Enum<?> fault) {
        return "fault." + field + "." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ClientAddress client(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr());
    }

    /** Not done: the page again, which says why. */
    static void again(HttpServletRequest request, HttpServletResponse response, int status, String view)
            throws IOException, ServletException {
        PageHeaders.set(response, PERSONAL);
        response.setStatus(status);
        request.getRequestDispatcher(view).forward(ViewRequest.ofError(request), response);
    }

    /** Not done because of a refusal: the page again, which says why. */
    static void again(HttpServletRequest request, HttpServletResponse response, Refusal refusal, String view)
            throws IOException, ServletException {
        if (refusal instanceof TooManyRequests often) {
            response.setHeader("Retry-After", String.valueOf(often.retryAfterSeconds()));
        }
        again(request, response, refusal.kind().status(), view);
    }
}
