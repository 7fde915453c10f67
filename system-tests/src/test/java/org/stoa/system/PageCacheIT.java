package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are the same for everybody are kept, are never behind, and hold nothing of anybody. */
@ExtendWith(RunningShop.class)
class PageCacheIT {
    private static final String HIT = "stoa; hit";
    private static final String STATUS = "Cache-Status";
    private static final String PRODUCT = "/api/v1/products/9";
    private static final List<String> CLONES = List.of("node-1", "node-2");

    private static Shop shop;
    private static String page;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        page = "/products/" + shop.visitor().get(PRODUCT).json().get("slug").asText();
    }

    @Test
    void what_was_made_once_is_there_for_who_asks_next() {
        for (var address : List.of("/", page, "/categories/fiction", "/search?q=the", PRODUCT, "/api/v1/categories")) {
            for (var clone : CLONES) {
                var visitor = new Visitor(shop.url(clone));
                assertThat(visitor.get(address).status()).as(address).isEqualTo(200);
                // Tests at the same time may change what it shows.
                Shop.await(
                        address + " is kept",
                        () -> visitor.get(address).header(STATUS).equals(HIT));
            }
        }
    }

    @Test
    void a_browser_that_has_it_is_told_so_and_head_says_what_get_says() {
        var visitor = shop.visitor();
        var whole = visitor.get(page);
        assertThat(whole.header("Cache-Control")).isEqualTo("public, max-age=0, s-maxage=1, must-revalidate");
        assertThat(whole.header("Vary")).isEqualTo("Accept-Encoding");

        var again = visitor.get(page, "If-None-Match", whole.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(whole.header("ETag"));

        var head = visitor.method("HEAD", page);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void it_is_sent_compressed_to_who_takes_that_and_plain_to_others() {
        var visitor = shop.visitor();
        assertThat(visitor.get(page, "Accept-Encoding", "br, gzip;q=0.5").header("Content-Encoding"))
                .isEqualTo("gzip");
        for (var plain : List.of("identity", "gzip;q=0", "br")) {
            assertThat(visitor.get(page, "Accept-Encoding", plain).header("Content-Encoding"))
                    .as(plain)
                    .isNotEqualTo("gzip");
        }
    }

    @Test
    void who_changes_something_sees_it_everywhere_at_once_on_every_kind_of_page() {
        var staff = CLONES.stream()
                .map(node -> new Visitor(shop.url(node))
                        .with("Authorization", "Bearer " + shop.cluster().staffToken()))
                .toList();
        for (int n = 0; n < 20; n++) {
            var title = "A title " + UUID.randomUUID();
            var writer = staff.get(n % 2);
            var before = writer.get(PRODUCT);
            var written =
                    writer.json("PATCH", PRODUCT, "{\"title\": \"" + title + "\"}", "If-Match", before.header("ETag"));
            assertThat(written.status()).as(written.toString()).isEqualTo(200);
            var stamp = written.header("Stoa-Stamp");
            for (var reader : staff) {
                assertThat(reader.get(PRODUCT, "Stoa-Stamp", stamp)
                                .json()
                                .get("title")
                                .asText())
                        .isEqualTo(title);
                assertThat(reader.get(page, "Stoa-Stamp", stamp)
                                .page()
                                .select("h1")
                                .text())
                        .isEqualTo(title);
                assertThat(reader.get("/search?q=" + title.substring(8), "Stoa-Stamp", stamp)
                                .body())
                        .contains(title);
            }
        }
    }

    @Test
    void what_many_ask_for_is_made_again_before_they_do() {
        var staff = new Visitor(shop.url("node-1"))
                .with("Authorization", "Bearer " + shop.cluster().staffToken());
        var product = "/api/v1/products/23";
        var asked = new Visitor(shop.url("node-2"));
        for (int n = 0; n < 200; n++) {
            asked.get(product);
        }
        Shop.await("the first who asks after a change finds it made", () -> {
            var before = staff.get(product);
            int stock = before.json().get("stock").asInt() + 1;
            double made = pagesMade();
            // It outdates nothing but what shows this product alone.
            staff.json("PATCH", product, "{\"stock\": " + stock + "}", "If-Match", before.header("ETag"));
            // What other tests have made counts as well: then it may not yet be this one's turn.
            Shop.await("node-2 has made something", () -> pagesMade() > made);
            var first = asked.get(product);
            return first.header(STATUS).equals(HIT) && first.json().get("stock").asInt() == stock;
        });
    }

    private static double pagesMade() {
        return new Visitor(shop.management("node-2"))
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("stoa_cache_total")
                        && line.contains("cache=\"pages\"")
                        && line.contains("result=\"load\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void what_somebody_adds_to_an_address_changes_nothing() {
        var visitor = shop.visitor();
        var plain = visitor.get(page);
        var tracked = visitor.get(page + "?utm_source=%3Cscript%3E&jakarta.faces.ViewState=x");
        assertThat(tracked.header("ETag")).isEqualTo(plain.header("ETag"));
        assertThat(tracked.body()).isEqualTo(plain.body());
        var list = visitor.get("/api/v1/products?limit=2&utm_source=strange");
        assertThat(list.header("Link")).contains("limit=2").doesNotContain("utm_source");
    }

    @Test
    void a_page_names_the_shop_as_it_was_addressed() {
        var visitor = new Visitor(shop.url("node-1"));
        assertThat(visitor.get(page).body()).contains(shop.url("node-1") + page);
        assertThat(new Visitor(shop.url("node-2")).get(page).body())
                .contains(shop.url("node-2") + page)
                .doesNotContain(shop.url("node-1").toString());
    }

    @Test
    void what_is_not_there_or_not_understood_is_not_kept() {
        var visitor = shop.visitor();
        for (int n = 0; n < 2; n++) {
            assertThat(visitor.get("/products/there-is-no-such-book").status()).isEqualTo(404);
            var unknown = visitor.get("/api/v1/products/999999999");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
            assertThat(visitor.get("/api/v1/products?limit=0").status()).isEqualTo(400);
            assertThat(visitor.get(PRODUCT, "Accept", "text/csv").status()).isEqualTo(406);
        }
    }

    @Test
    void what_is_asked_with_a_body_is_answered_to_nobody_else() {
        var visitor = shop.visitor();
        for (int n = 0; n < 2; n++) {
            var answer = visitor.json("GET", "/search?q=the", "{}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.has(STATUS)).isFalse();
        }
    }

    @Test
    void nothing_of_a_member_gets_into_what_others_see() {
        var secret = "Zaphod" + UUID.randomUUID().toString().substring(0, 8);
        var member = shop.visitor();
        var signedUp = member.form(
                "/sign-up",
                Map.of("email", secret + "@example.org", "name", secret, "password", "correct horse battery staple"));
        assertThat(signedUp.status()).isEqualTo(303);
        var signedIn = member.form(
                "/sign-in", Map.of("email", secret + "@example.org", "password", "correct horse battery staple"));
        assertThat(signedIn.header("Location")).isEqualTo("/account");
        member.form("/cart/items", Map.of("sku", sku(), "quantity", "3"));
        // Addresses that nobody has asked for yet, so that they are made for the member.
        var addresses = List.of(
                page + "/reviews?sort=lowest&stars=2",
                "/search?q=" + UUID.randomUUID(),
                "/categories/fiction?sort=price-down",
                "/api/v1/products?limit=17&sort=price-up",
                "/api/v1/search?q=" + UUID.randomUUID());
        for (var address : addresses) {
            var own = member.get(address);
            assertThat(own.status()).as(address).isEqualTo(200);
            assertThat(own.body()).as(address).doesNotContain(secret);
            assertThat(own.has("Set-Cookie")).as(address).isFalse();
            assertThat(shop.visitor().get(address).body()).as(address).doesNotContain(secret);
        }
        assertThat(member.get(page).page().select(".account-link [data-member-name]"))
                .as("filled in by the browser")
                .hasSize(1);
        for (var personal : List.of("/account", "/cart")) {
            var own = member.get(personal);
            assertThat(own.header("Cache-Control")).as(personal).isEqualTo("private, no-store");
            assertThat(own.has(STATUS)).as(personal).isFalse();
            assertThat(own.page().select(".account-link").text()).as(personal).isEqualTo(secret + " Account");
            assertThat(own.page().select("[data-member-name]")).as(personal).isEmpty();
        }
    }

    private static String sku() {
        return shop.visitor().get(PRODUCT).json().get("sku").asText();
    }
}
