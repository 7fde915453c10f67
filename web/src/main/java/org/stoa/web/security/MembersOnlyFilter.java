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
import java.util.regex.Pattern;

/**
 * Keeps those out who have not signed in, and members out of what is the staff's; for them it does not exist. Mapped in
 * {@code web.xml} to what it guards.
 */
public class MembersOnlyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String OF_STAFF = "/staff";
    private static final Pattern OWN_REVIEW = Pattern.compile("(/products/[^/]+/review)(?:/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPublic(path(request))) {
            chain.doFilter(request, response);
            return;
        }
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

    /** Of products only one's own review is personal, and a mapping can't tell it from the rest. */
    private static boolean isPublic(String path) {
        return path.startsWith("/products/") && !OWN_REVIEW.matcher(path).matches();
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static boolean isOfStaff(HttpServletRequest request) {
        var path = path(request);
        return path.equals(OF_STAFF) || path.startsWith(OF_STAFF + "/");
    }

    /** Back to the page; what was posted is lost, so then to the account, or to the form of the review. */
    private static String next(HttpServletRequest request) {
        var review = OWN_REVIEW.matcher(path(request));
        if (review.matches()) {
            return URLEncoder.encode(
                    LocalPath.parse(review.group(1)).orElse(LocalPath.ACCOUNT).value(), StandardCharsets.UTF_8);
        }
        if (!READING.contains(request.getMethod())) {
            return LocalPath.ACCOUNT.value();
        }
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(
                LocalPath.parse(address).orElse(LocalPath.ACCOUNT).value(), StandardCharsets.UTF_8);
    }
}
