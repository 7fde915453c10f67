package org.stoa.web.cart;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes the response known to {@link CurrentResponse}. */
public class CurrentResponseFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentResponse currentResponse;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        currentResponse.is(response);
        chain.doFilter(request, response);
    }
}
