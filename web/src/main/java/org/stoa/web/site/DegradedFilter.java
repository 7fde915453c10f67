package org.stoa.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.data.Databases;

/** Says with every response when the primary is away: what is read then may be old, and nothing can be changed. */
public class DegradedFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Databases databases;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (databases.isDegraded()) {
            response.setHeader("Stoa-Degraded", "primary");
        }
        chain.doFilter(request, response);
    }
}
