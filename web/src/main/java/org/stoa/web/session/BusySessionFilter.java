package org.stoa.web.session;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses (503) a request whose session has too many others at once. It is the first filter, but not the first that
 * touches the session: those before it, of the server, are told that there is none.
 */
public class BusySessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final AttachmentKey<Boolean> BUSY = AttachmentKey.create(Boolean.class);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (refuses(ServletRequestContext.requireCurrent().getExchange())) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** From now on the request has no session. */
    static void refuse(HttpServerExchange exchange) {
        exchange.putAttachment(BUSY, true);
    }

    static boolean refuses(HttpServerExchange exchange) {
        return exchange.getAttachment(BUSY) != null;
    }
}
