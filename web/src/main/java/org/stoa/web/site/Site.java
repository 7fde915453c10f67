package org.stoa.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The shop as a whole, as its pages name it to others. */
@Named
@RequestScoped
public class Site {
    @Inject
    private HttpServletRequest request;

    /** What absolute addresses of the shop start with, such as {@code https://shop.example}. */
    public String getOrigin() {
        return Origin.of(request).toString();
    }
}
