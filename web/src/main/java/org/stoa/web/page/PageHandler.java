package org.stoa.web.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.stoa.data.Reader;
import org.stoa.page.RenderedPage;
import org.stoa.web.reader.Stamps;

/**
 * Answers what is kept before the servlets, their security and sessions are asked; on the thread that read the request, because
 * nothing here waits.
 */
final class PageHandler implements HttpHandler {
    private final HttpHandler next;
    private final ServletContext context;

    PageHandler(HttpHandler next, ServletContext context) {
        this.next = next;
        this.context = context;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var possible = PublicAddress.possibleKey(exchange);
        var page = possible.flatMap(key -> ready(exchange, key));
        // None until the application has started.
        var advance = (PagesInAdvance) context.getAttribute(PageCacheStart.ADVANCE);
        if (advance != null) {
            advance.asked(
                    exchange,
                    page.isPresent() ? possible : PublicAddress.of(exchange).map(PublicAddress::key));
        }
        if (page.isPresent()) {
            PageAnswer.send(exchange, page.get(), PageAnswer.HIT);
        } else {
            next.handleRequest(exchange);
        }
    }

    private Optional<RenderedPage> ready(HttpServerExchange exchange, String key) {
        // None until the application has started.
        var pages = Optional.ofNullable((PublicPages) context.getAttribute(PageCacheStart.PAGES));
        var stamps = Stamps.of(exchange);
        return pages.flatMap(all -> all.ready(key, Reader.of(stamps.seen(), stamps.doubtsUntil())));
    }
}
