package org.stoa.web.session;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * An answer that sets a cookie is for one visitor, whatever the page said of it: kept by a cache on the way, it would give his
 * session or device to the next one.
 */
final class PrivateAnswers {
    private static final String PRIVATE = "private, no-store";

    private PrivateAnswers() {}

    /** The handler, with answers looked at when they begin. */
    static HttpHandler of(HttpHandler next) {
        return exchange -> {
            exchange.addResponseCommitListener(PrivateAnswers::check);
            next.handleRequest(exchange);
        };
    }

    private static void check(HttpServerExchange answering) {
        if (answering.responseCookies().iterator().hasNext()) {
            answering.getResponseHeaders().put(Headers.CACHE_CONTROL, PRIVATE);
        }
    }
}
