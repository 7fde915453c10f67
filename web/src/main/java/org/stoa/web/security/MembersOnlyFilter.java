package org.stoa.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Keeps those out who have not signed in, and members out of what is the staff's; for them it does not exist. Mapped in
 * {@code web.xml} to what it guards.
 */
public class MembersOnlyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String OF_STAFF = "/staff";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "private, no-store");
        if (!caller.isKnown()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sign-in?next=" + next(request));
        } else if (isOfStaff(request) && !caller.isStaff()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOfStaff(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals(OF_STAFF) || path.startsWith(OF_STAFF + "/");
    }

    /** Back to the page; what was posted is lost, so then to the account. */
    private static String next(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return LocalPath.ACCOUNT.value();
        }
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(
                LocalPath.parse(address).orElse(LocalPath.ACCOUNT).value(), StandardCharsets.UTF_8);
    }
}
