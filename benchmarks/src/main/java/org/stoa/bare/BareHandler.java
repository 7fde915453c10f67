package org.stoa.bare;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Map;

/**
 * The least that the server can do: sends the same bytes each time, before the servlet container is asked.
 *
 * @param answers by address below the application's
 * @param application takes all other requests
 */
record BareHandler(Map<String, BareAnswer> answers, HttpHandler application) implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var answer = answers.get(exchange.getRelativePath());
        if (answer == null) {
            application.handleRequest(exchange);
        } else {
            answer.send(exchange);
        }
    }
}
