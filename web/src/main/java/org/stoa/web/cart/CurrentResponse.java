package org.stoa.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletResponse;

/** The response to the request that is being served, for beans that set cookies: CDI itself knows the request only. */
@RequestScoped
class CurrentResponse {
    private HttpServletResponse response;

    /** The response; not committed as long as nothing has been written to it. */
    HttpServletResponse get() {
        return response;
    }

    void is(HttpServletResponse served) {
        response = served;
    }
}
