package org.stoa.web.site;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Holds bodies to 1 MiB but for files of imports: the server's own limit is that of the largest, and what reads a form reads
 * all of it into memory.
 */
public class BodySizeFilter extends HttpFilter {
    /** The addresses that take long bodies by POST, and read them piece by piece. */
    private static final Set<String> LONG = Set.of("/staff/imports", "/api/v1/imports");

    /** In bytes: 1 MiB. */
    private static final long MOST = 1_048_576;

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || !LONG.contains(request.getRequestURI())) {
            if (request.getContentLengthLong() > MOST) {
                response.sendError(TooLarge.STATUS);
                return;
            }
            // For bodies that do not say how long they are.
            ServletRequestContext.requireCurrent().getExchange().setMaxEntitySize(MOST);
        }
        chain.doFilter(request, response);
    }
}
