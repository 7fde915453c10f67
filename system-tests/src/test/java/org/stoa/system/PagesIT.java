package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages, as a program sees them. */
@ExtendWith(RunningShop.class)
class PagesIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/categories/fiction",
                "/categories/gothic-and-horror?sort=price-up",
                "/products/moby-dick",
                "/cart",
                "/api/docs"
            })
    void a_page_answers_and_says_which_clone_made_it(String path) {
        var page = shop.visitor().get(path);
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.node()).matches("node-[12]");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.page().title()).isNotBlank();
    }

    @Test
    void both_clones_are_at_work() {
        shop.awaitServed("node-1");
        shop.awaitServed("node-2");
    }

    @Test
    void looking_around_makes_no_session_and_sets_no_cookie() {
        var visitor = shop.visitor();
        for (var path : new String[] {"/", "/categories/fiction", "/products/moby-dick", "/cart", "/api/v1/cart"}) {
            assertThat(visitor.get(path).has("Set-Cookie")).as(path).isFalse();
        }
    }

    @Test
    void a_category_shows_what_is_below_it_page_after_page() {
        var seen = new TreeSet<String>();
        var path = "/categories/fiction";
        while (!path.isEmpty()) {
            var page = shop.visitor().get(path);
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page.page().select("main a[href^=/products/]").forEach(link -> seen.add(link.attr("href")));
            var next = page.page().select("main a[rel~=next]").first();
            path = next == null ? "" : next.attr("href");
        }
        assertThat(seen).hasSizeGreaterThan(100).contains("/products/moby-dick");
    }

    @Test
    void static_files_have_the_hash_of_their_content_in_their_name_and_never_change() {
        var home = shop.visitor().get("/").page();
        var css = home.select("link[rel=stylesheet]").attr("href");
        assertThat(css).matches("/assets/stoa\\.[0-9a-f]{10}\\.css");
        var file = shop.visitor().get(css);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("immutable").contains("max-age=31536000");

        var ofAnotherRelease = shop.visitor().get("/assets/stoa.0123456789.css");
        assertThat(ofAnotherRelease.status()).isEqualTo(200);
        assertThat(ofAnotherRelease.header("Cache-Control")).isEqualTo("no-cache");

        var cover = home.select("main img").attr("src");
        assertThat(cover).matches("/media/[0-9a-f]{64}\\.svg");
        assertThat(shop.visitor().get(cover).header("Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing-here, 404",
        "/products/no-such-book, 404",
        "/products/NOT-A-SLUG, 404",
        "/products/, 404",
        "/products/moby-dick/more, 404",
        "/products/%3Cscript%3E, 404",
        "/products/%00, 404",
        "/categories/no-such-shelf, 404",
        "/categories/fiction?sort=sideways, 400",
        "/categories/fiction?cursor=rubbish, 400",
        "/categories/fiction?cursor=dGl0bGUsMSxhAA, 400",
        "/catalogue/product.xhtml, 404",
        "/api/x.xhtml, 404",
        "/webjars/x.xhtml, 404",
        "/WEB-INF/web.xml, 404",
        "/assets/nothing.css, 404",
        "/assets/..%2f..%2fWEB-INF/web.xml, 404",
        "/media/0000000000000000000000000000000000000000000000000000000000000000.svg, 404",
        "/media/passwd, 404"
    })
    void what_is_malformed_or_not_there_gets_a_friendly_page(String path, int status) {
        var page = shop.visitor().get(path);
        assertThat(page.status()).as("%s", page).isEqualTo(status);
        // Files, what is for programs, and what the server itself keeps closed, have no page.
        if (!path.matches("/(api|assets|media|WEB-INF)/.*")) {
            assertThat(page.page().select("main h1").text()).isNotBlank();
            assertThat(page.page().select("main a[href=/]")).isNotEmpty();
        }
        assertThat(page.body())
                .doesNotContain("Exception")
                .doesNotContain("org.stoa")
                .doesNotContain("\tat ");
    }

    @Test
    void scripts_of_libraries_are_kept_for_ever_and_their_pages_are_not_there() {
        var script = shop.visitor()
                .get("/api/docs")
                .page()
                .select("script[src^=/webjars/]")
                .attr("src");
        var file = shop.visitor().get(script);
        assertThat(file.status()).as(script).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'");
        for (var page : new String[] {"index.html", "oauth2-redirect.html", ""}) {
            var path = script.substring(0, script.lastIndexOf('/') + 1) + page;
            assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/products/moby-dick", "/robots.txt", "/favicon.svg", "/api/docs"})
    void pages_know_get_and_head_only(String path) {
        assertThat(shop.visitor().method("HEAD", path).status()).isEqualTo(200);
        var refused = shop.visitor().method("DELETE", path);
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "BOOK-0001, 0, 400",
        "BOOK-0001, -1, 400",
        "BOOK-0001, 100, 400",
        "BOOK-0001, 1e1, 400",
        "BOOK-0001, 99999999999999999999, 400",
        "BOOK-0001, '', 400",
        "'', 1, 400",
        "<b>, 1, 400",
        "NO-SUCH-SKU, 1, 404"
    })
    void a_malformed_form_puts_nothing_into_the_cart(String sku, String quantity, int status) {
        var visitor = shop.visitor();
        var answer = visitor.form("/cart/items", Map.of("sku", sku, "quantity", quantity));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.page().select("main h1").text()).isNotBlank();
        assertThat(visitor.get("/api/v1/cart").json().get("lines")).isEmpty();
    }

    @Test
    void a_form_of_another_site_is_refused() {
        var fields = Map.of("sku", "BOOK-0001", "quantity", "1");
        var visitor = shop.visitor();
        assertThat(visitor.form("/cart/items", fields, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.form("/cart/items", fields, "Origin", "null").status())
                .isEqualTo(403);
        assertThat(visitor.form("/cart/items", fields, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        var api = visitor.json(
                "POST",
                "/api/v1/cart/items",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 1}",
                "Origin",
                "https://evil.example");
        assertThat(api.status()).isEqualTo(403);
        assertThat(api.header("Content-Type")).startsWith("application/problem+json");
        assertThat(visitor.get("/api/v1/cart").json().get("lines")).isEmpty();

        assertThat(visitor.form("/cart/items", fields, "Origin", shop.url().toString())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void the_session_cookie_is_for_this_site_and_no_script() {
        var cookies = shop.visitor()
                .form("/cart/items", Map.of("sku", "BOOK-0001", "quantity", "1"))
                .response()
                .headers()
                .allValues("Set-Cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .satisfies(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void text_is_escaped_in_every_field_of_every_page() {
        var hostile = "</title></script><script>alert('stoa')</script>\"'><img src=x onerror=alert(1)>&amp;";
        var product = shop.visitor()
                .get("/api/v1/products?limit=1&sort=newest")
                .json()
                .get("items")
                .get(0);
        var path = "/api/v1/products/" + product.get("id").asLong();
        var before = shop.staff().get(path);
        var json = JsonNodeFactory.instance.objectNode();
        json.put("title", hostile)
                .put("description", hostile + "\n\n" + hostile)
                .put("stock", 5);
        json.putObject("attributes")
                .put("author", hostile)
                .put("language", hostile)
                .put(hostile, hostile);
        var changed = shop.staff().json("PATCH", path, json.toString(), "If-Match", before.header("ETag"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        try {
            var slug = "/products/" + product.get("slug").asText();
            var version = changed.json().get("version").asLong();
            Shop.await(
                    "the replica has the hostile product",
                    () -> shop.visitor().get(path).json().get("version").asLong() >= version);
            var category = product(path).get("categories");
            var buyer = shop.visitor();
            buyer.form("/cart/items", Map.of("sku", product.get("sku").asText(), "quantity", "1"));
            for (var page : new String[] {
                "/",
                slug,
                "/cart",
                "/categories/" + category.get(category.size() - 1).asText() + "?sort=newest"
            }) {
                var shown = buyer.get(page);
                assertThat(shown.status()).as("%s", shown).isEqualTo(200);
                assertThat(shown.body())
                        .as(page)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x");
                assertThat(shown.page().select("script:containsData(alert('stoa')):not([type=application/ld+json])"))
                        .as(page)
                        .isEmpty();
                assertThat(shown.page().text()).as(page).contains("<script>alert('stoa')</script>");
            }
        } finally {
            restore(path, before.json());
        }
    }

    private static JsonNode product(String path) {
        return shop.visitor().get(path).json();
    }

    private static void restore(String path, JsonNode before) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("title", before.get("title"));
        json.set("description", before.get("description"));
        json.set("stock", before.get("stock"));
        var attributes = json.putObject("attributes");
        product(path).get("attributes").fieldNames().forEachRemaining(attributes::putNull);
        before.get("attributes").properties().forEach(entry -> attributes.set(entry.getKey(), entry.getValue()));
        var etag = shop.staff().get(path).header("ETag");
        assertThat(shop.staff()
                        .json("PATCH", path, json.toString(), "If-Match", etag)
                        .status())
                .isEqualTo(200);
    }
}
