package org.stoa.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.data.DatabaseFailure;

/**
 * Turns a Refusal, wherever it was thrown and whatever it was wrapped in, into the page for its status. Anything else is
 * a bug: it goes on to the server, which logs it once and shows the page for 500.
 */
public class RefusalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var refusal = DatabaseFailure.asRefusal(e);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.sendError(refusal.get().kind().status());
        }
    }
}
