package org.stoa.web.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request may change something, by what the browser says about where it comes from. Browsers send
 * {@code Sec-Fetch-Site} and {@code Origin} by themselves and let no page forge them, so a form on a foreign site can't
 * act for its visitor.
 *
 * @param method the request's method
 * @param authorization the header {@code Authorization}
 * @param site the header {@code Sec-Fetch-Site}
 * @param origins each header {@code Origin}; there should be one at the most
 */
record SameOrigin(String method, Optional<String> authorization, Optional<String> site, List<String> origins) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String BEARER = "Bearer ";

    /** Whether the request may pass that was addressed to this origin. */
    boolean allows(Origin own) {
        return SAFE.contains(method) || carriesToken() || (siteIsOwn() && originIsOwn(own));
    }

    /** No browser adds a bearer token by itself: who sends one means to. */
    private boolean carriesToken() {
        return authorization
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .isPresent();
    }

    private boolean siteIsOwn() {
        return site.map(OWN_SITE::contains).orElse(true);
    }

    private boolean originIsOwn(Origin own) {
        return origins.stream()
                .allMatch(origin -> Origin.parse(origin).filter(own::equals).isPresent());
    }
}
