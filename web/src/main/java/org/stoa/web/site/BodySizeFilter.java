package org.stoa.web.site;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Holds bodies to 1 MiB but where files are sent ({@link LongBody}): the server's own limit is that of the largest, and what
 * reads a form reads all of it into memory.
 */
public class BodySizeFilter extends HttpFilter {
    /** In bytes: 1 MiB. */
    private static final long MOST = 1_048_576;

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!LongBody.isAllowed(request.getMethod(), request.getRequestURI())) {
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
