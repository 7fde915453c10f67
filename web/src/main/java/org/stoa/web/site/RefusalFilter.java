package org.stoa.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.stoa.TooManyRequests;
import org.stoa.data.DatabaseFailure;

/**
 * Turns a Refusal, wherever it was thrown and whatever it was wrapped in, into the page for its status; and a body that is
 * too large into the page for that. Anything else is a bug: it goes on to the server, which logs it once and shows the
 * page for 500.
 */
public class RefusalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            var status = status(e);
            if (status.isEmpty() || response.isCommitted()) {
                throw e;
            }
            DatabaseFailure.asRefusal(e)
                    .filter(TooManyRequests.class::isInstance)
                    .map(TooManyRequests.class::cast)
                    .ifPresent(often -> response.setHeader("Retry-After", String.valueOf(often.retryAfterSeconds())));
            response.sendError(status.getAsInt());
        }
    }

    private static OptionalInt status(Exception failure) {
        if (TooLarge.isCauseOf(failure)) {
            return OptionalInt.of(TooLarge.STATUS);
        }
        return DatabaseFailure.asRefusal(failure).stream()
                .mapToInt(refusal -> refusal.kind().status())
                .findFirst();
    }
}
