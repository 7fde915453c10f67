package org.stoa.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with cookies who speaks HTTP to the shop. Follows no redirects. */
final class Visitor {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI shop;
    private final CookieManager cookies;
    private final HttpClient http;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(URI shop) {
        this(shop, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(URI shop, CookieManager cookies) {
        this.shop = shop;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** The same person, with the same cookies, at another address of the same host. */
    Visitor at(URI address) {
        return new Visitor(address, cookies);
    }

    /** With a header on each request. */
    Visitor with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply get(String path, String... extra) {
        return send(HttpRequest.newBuilder().GET(), path, extra);
    }

    Reply delete(String path, String... extra) {
        return send(HttpRequest.newBuilder().DELETE(), path, extra);
    }

    Reply method(String method, String path) {
        return send(HttpRequest.newBuilder().method(method, BodyPublishers.noBody()), path);
    }

    Reply json(String method, String path, String body, String... extra) {
        return send(
                HttpRequest.newBuilder()
                        .header(
                                "Content-Type",
                                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .method(method, BodyPublishers.ofString(body)),
                path,
                extra);
    }

    Reply csv(String path, String body) {
        return body(path, "text/csv", body);
    }

    /** Posts something of that media type. */
    Reply body(String path, String type, String body) {
        return send(HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofString(body)), path);
    }

    /** Posts JSON without saying how long it is. */
    Reply chunks(String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))),
                path);
    }

    Reply form(String path, Map<String, String> fields, String... extra) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                path,
                extra);
    }

    boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(name));
    }

    /** The value of a cookie. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Loses a cookie, as a browser that is closed. */
    void forget(String name) {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> store.remove(shop, cookie));
    }

    private Reply send(HttpRequest.Builder request, String path, String... extra) {
        headers.forEach(request::header);
        if (extra.length > 0) {
            request.headers(extra);
        }
        try {
            return new Reply(http.send(
                    request.uri(URI.create(shop + path)).timeout(TIMEOUT).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        /** The first value of a header, or empty. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean has(String header) {
            return response.headers().firstValue(header).isPresent();
        }

        /** Which clone answered. */
        String node() {
            return header("Stoa-Node");
        }

        Document page() {
            return Jsoup.parse(body(), response.uri().toString());
        }

        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException e) {
                throw new UncheckedIOException(body(), e);
            }
        }

        @Override
        public String toString() {
            return "%s %s: %d %s"
                    .formatted(
                            response.request().method(),
                            response.uri(),
                            status(),
                            body().lines().limit(5).collect(Collectors.joining(" ")));
        }
    }
}
