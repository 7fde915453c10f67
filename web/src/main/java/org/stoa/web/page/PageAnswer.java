package org.stoa.web.page;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.page.RenderedPage;
import org.stoa.web.site.IfNoneMatch;

/** Sends a page to whoever asks: compressed where he takes that, and not at all where he has it. */
final class PageAnswer {
    /** Of a page that was kept (RFC 9211). */
    static final String HIT = "stoa; hit";

    /** Of a page that was made for this request. */
    static final String MADE = "stoa; fwd=miss";

    private static final HttpString CACHE_STATUS = new HttpString("Cache-Status");

    /** Those of the headers of pages, of which there are a dozen. */
    private static final Map<String, HttpString> NAMES = new ConcurrentHashMap<>();

    private PageAnswer() {}

    /** Sends it before the servlets, and ends the exchange. */
    static void send(HttpServerExchange exchange, RenderedPage page, String cacheStatus) {
        var body = begin(exchange, page, cacheStatus);
        if (exchange.getStatusCode() == StatusCodes.NOT_MODIFIED) {
            exchange.endExchange();
        } else {
            exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
            // For HEAD the server leaves the body out.
            exchange.getResponseSender().send(ByteBuffer.wrap(body));
        }
    }

    /** Sends it through the servlets. */
    static void write(HttpServerExchange exchange, HttpServletResponse response, RenderedPage page, String cacheStatus)
            throws IOException {
        var body = begin(exchange, page, cacheStatus);
        if (exchange.getStatusCode() != StatusCodes.NOT_MODIFIED) {
            response.setContentType(page.headers().get("Content-Type"));
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Status and headers; what is to be sent. */
    private static byte[] begin(HttpServerExchange exchange, RenderedPage page, String cacheStatus) {
        var headers = exchange.getResponseHeaders();
        page.headers().forEach((name, value) -> headers.put(name(name), value));
        headers.put(Headers.ETAG, page.etag());
        headers.put(Headers.VARY, "Accept-Encoding");
        headers.put(CACHE_STATUS, cacheStatus);
        var there = exchange.getRequestHeaders().get(Headers.IF_NONE_MATCH);
        if (there != null && IfNoneMatch.names(there, page.etag())) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            headers.remove(Headers.CONTENT_TYPE);
            return page.plain();
        }
        if (page.gzip().length == 0 || !takesGzip(exchange.getRequestHeaders())) {
            return page.plain();
        }
        headers.put(Headers.CONTENT_ENCODING, "gzip");
        return page.gzip();
    }

    /** Looked up before it is made: making, even of what is there, may have to lock. */
    private static HttpString name(String header) {
        var known = NAMES.get(header);
        return known != null ? known : NAMES.computeIfAbsent(header, HttpString::tryFromString);
    }

    /** Named and not refused (RFC 9110, 12.5.3). Without streams: it is asked at each hit. */
    private static boolean takesGzip(HeaderMap request) {
        var headers = request.get(Headers.ACCEPT_ENCODING);
        if (headers != null) {
            for (var header : headers) {
                for (var coding : header.split(",")) {
                    if (isGzip(coding.replace(" ", ""))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isGzip(String coding) {
        return coding.equals("gzip") || coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?");
    }
}
