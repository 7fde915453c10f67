package org.stoa.web.page;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoa.web.site.Routes;

/**
 * What of a request decides what is answered where the answer is the same for everybody: the origin that it names, the path, and
 * the parameters that its page knows.
 *
 * @param origin such as {@code https://shop.example:443}
 * @param path as it was sent
 * @param parameters by name, those that the page knows; of each the values as they came
 */
record PublicAddress(String origin, String path, Map<String, List<String>> parameters) {
    /** Longer ones are nobody's bookmark. */
    private static final int LONGEST_QUERY = 2000;

    /** Between origin and path, in neither. */
    private static final char SEPARATOR = ' ';

    private static final String JSON = "application/json";
    private static final String API = "/api/";

    /** The address of a request; none if what it gets is not the same for everybody. */
    static Optional<PublicAddress> of(HttpServerExchange request) {
        var path = request.getRequestURI();
        if (!onlyReads(request, path) || request.getQueryString().length() > LONGEST_QUERY) {
            return Optional.empty();
        }
        return Routes.publicParameters(path)
                .map(known -> new PublicAddress(origin(request), path, parameters(request, known)));
    }

    /**
     * The key under which the answer to a request is kept, if it is. Without a query the table of addresses is not asked, which
     * takes longer than the rest of a hit: then it may be the key of an answer that is not the same for everybody, and nothing
     * is ever kept under that.
     */
    static Optional<String> possibleKey(HttpServerExchange request) {
        if (!request.getQueryString().isEmpty()) {
            return of(request).map(PublicAddress::key);
        }
        var path = request.getRequestURI();
        return onlyReads(request, path) ? Optional.of(key(origin(request), path, "")) : Optional.empty();
    }

    private static boolean onlyReads(HttpServerExchange request, String path) {
        boolean reads = request.getRequestMethod().equals(Methods.GET)
                || request.getRequestMethod().equals(Methods.HEAD);
        return reads && !hasBody(request) && takesWhatIsThere(request, path);
    }

    /** What is in it could be taken for parameters. */
    private static boolean hasBody(HttpServerExchange request) {
        return request.getRequestContentLength() > 0
                || request.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
    }

    private static String origin(HttpServerExchange request) {
        var host = request.getHostName();
        var literal = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
        return request.getRequestScheme() + "://" + literal + ':' + request.getHostPort();
    }

    private static Map<String, List<String>> parameters(HttpServerExchange request, List<String> known) {
        var parameters = new TreeMap<String, List<String>>();
        for (var name : known) {
            var values = request.getQueryParameters().get(name);
            if (values != null) {
                parameters.put(name, List.copyOf(values));
            }
        }
        return parameters;
    }

    /** Who wants something else of the API is told by it that there is nothing else. */
    private static boolean takesWhatIsThere(HttpServerExchange request, String path) {
        var accept = request.getRequestHeaders().get(Headers.ACCEPT);
        return !path.startsWith(API)
                || accept == null
                || accept.stream().anyMatch(types -> types.contains("*/*") || types.contains(JSON));
    }

    /** The query with nothing but what decides. */
    String query() {
        var parts = new ArrayList<String>();
        parameters.forEach((name, values) ->
                values.forEach(value -> parts.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return String.join("&", parts);
    }

    /** The key of the answer. */
    String key() {
        return key(origin, path, query());
    }

    private static String key(String origin, String path, String query) {
        return origin + SEPARATOR + path + '?' + query;
    }

    /** The origin that a key begins with. */
    static String originOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** Path and query of a key, as they are sent. */
    static String targetOf(String key) {
        var target = key.substring(key.indexOf(SEPARATOR) + 1);
        return target.endsWith("?") ? target.substring(0, target.length() - 1) : target;
    }
}
