package org.stoa.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;

/** A page as a member sees it, with his name and his cart: how often the clones write something to each other for it. */
final class MemberPages {
    /** What the page asks for of its own accord: the name. How much is in the cart is in a cookie. */
    private static final String PERSONAL = "/api/v1/members/me";

    private static final int WARM_UP = 50;
    private static final int PAGES = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final BenchmarkShop shop;
    private final Figures figures;
    private final Counters counters;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    MemberPages(BenchmarkShop shop, Figures figures, Counters counters) {
        this.shop = shop;
        this.figures = figures;
        this.counters = counters;
    }

    void measure(ShopProduct product) throws Exception {
        signIn();
        putIntoCart(product);
        var headers = "Accept-Encoding: gzip\r\nCookie: " + cookies() + "\r\n";
        try (var connection = RawConnection.to(shop.httpPort(1))) {
            show(connection, product, headers, WARM_UP);
            var caused = counters.causedBy(() -> show(connection, product, headers, PAGES));
            figures.atMost(
                    1,
                    "a member's page with name and cart: writes to the sessions, mean of %d pages".formatted(PAGES),
                    caused.of(Count.Kind.SESSION_WRITE) / PAGES,
                    "%.2f messages between clones".formatted(caused.of(Count.Kind.MESSAGE) / PAGES));
        }
    }

    private void signIn() throws IOException, InterruptedException {
        var email = UUID.randomUUID() + "@stoa.example";
        var password = UUID.randomUUID().toString();
        post(
                "/api/v1/members",
                "{\"email\": \"%s\", \"name\": \"Ada\", \"password\": \"%s\"}".formatted(email, password));
        post("/api/v1/session", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    private void putIntoCart(ShopProduct product) throws IOException, InterruptedException, SQLException {
        try (var primary = shop.connect("primary");
                var statement = primary.createStatement();
                var row = statement.executeQuery("select sku from product where id = " + product.id())) {
            row.next();
            post("/api/v1/cart/items", "{\"sku\": \"%s\", \"quantity\": 1}".formatted(row.getString(1)));
        }
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.httpPort(1) + path))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
    }

    private String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                // The stamp of the last write is over after ten seconds.
                .filter(cookie -> !cookie.getName().startsWith("stoa-stamp"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void show(RawConnection connection, ShopProduct product, String headers, int pages)
            throws IOException {
        for (int n = 0; n < pages; n++) {
            expect(connection.ask(RawConnection.get(product.page(), headers)));
            expect(connection.ask(RawConnection.get(PERSONAL, headers)));
        }
    }

    private static void expect(RawAnswer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.head());
        }
    }
}
