package org.stoa.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** One page of a list. */
final class ListAnswer {
    private ListAnswer() {}

    /**
     * Answers 200.
     *
     * @param next the cursor of the page after it, to which a link leads (RFC 8288)
     */
    static Response of(Object page, Optional<String> next, UriInfo uri) {
        var response = Response.ok(page).header("Cache-Control", "no-cache");
        next.ifPresent(cursor -> response.link(
                uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build(), "next"));
        return response.build();
    }
}
