package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST API, as its clients see it. */
@ExtendWith(RunningShop.class)
class RestIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_list_is_walked_by_its_cursors_to_the_end() {
        Set<Long> seen = new HashSet<>();
        var path = "/api/v1/products?limit=50&sort=price-down";
        while (path != null) {
            var page = shop.visitor().get(path);
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page.json().get("items").forEach(item -> assertThat(
                            seen.add(item.get("id").asLong()))
                    .isTrue());
            var next = page.json().get("next");
            assertThat(page.has("Link")).isEqualTo(next != null);
            path = next == null ? null : "/api/v1/products?limit=50&sort=price-down&cursor=" + next.asText();
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void a_product_has_the_fields_that_scripts_rely_on() {
        var product = shop.visitor().get("/api/v1/products/1");
        for (var field : new String[] {"id", "slug", "title", "sku", "price", "stock", "version"}) {
            assertThat(product.json().has(field)).as(field).isTrue();
        }
        assertThat(product.json().at("/price/amount").asText()).matches("\\d+\\.\\d\\d");
        assertThat(product.json().at("/price/currency").asText()).isEqualTo("EUR");
        assertThat(product.json().get("images")).hasSizeGreaterThan(1);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var first = shop.visitor().get("/api/v1/products/2");
        var again = shop.visitor().get("/api/v1/products/2", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(shop.visitor()
                        .get("/api/v1/products/2", "If-None-Match", "\"another\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_product_is_changed_by_staff_who_know_its_version() {
        var path = "/api/v1/products/3";
        var before = shop.staff().get(path);
        var patch = "{\"stock\": %d}".formatted(before.json().get("stock").asInt() + 1);

        var nobody = shop.visitor().json("PATCH", path, patch, "If-Match", before.header("ETag"));
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(new Visitor(shop.url())
                        .with("Authorization", "Bearer wrong")
                        .json("PATCH", path, patch, "If-Match", before.header("ETag"))
                        .status())
                .isEqualTo(401);
        assertThat(shop.staff().json("PATCH", path, patch).status()).isEqualTo(428);

        var changed = shop.staff().json("PATCH", path, patch, "If-Match", before.header("ETag"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(changed.json().get("stock").asInt())
                .isEqualTo(before.json().get("stock").asInt() + 1);
        assertThat(changed.header("ETag")).isNotEqualTo(before.header("ETag"));

        var late = shop.staff().json("PATCH", path, patch, "If-Match", before.header("ETag"));
        assertThat(late.status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"stock\": -1}                                          | 422",
                "{\"stock\": 1.5}                                         | 422",
                "{\"stock\": \"7\"}                                       | 422",
                "{\"price\": {\"amount\": \"-1.00\", \"currency\": \"EUR\"}} | 422",
                "{\"price\": {\"amount\": \"1.001\", \"currency\": \"EUR\"}} | 422",
                "{\"price\": {\"amount\": \"1.00\", \"currency\": \"USD\"}}  | 422",
                "{\"price\": {\"amount\": \"1e999999999\", \"currency\": \"EUR\"}} | 422",
                "{\"price\": 3}                                           | 422",
                "{\"title\": \"\"}                                        | 422",
                "{\"title\": null}                                        | 422",
                "{\"sku\": \"OTHER\"}                                     | 422",
                "{\"status\": \"gone\"}                                   | 422",
                "{\"attributes\": {\"a\": {\"b\": 1}}}                    | 422",
                "[]                                                       | 422",
                "{\"stock\":                                              | 400",
                "''                                                       | 422"
            })
    void a_patch_that_breaks_a_rule_changes_nothing(String patch, int status) {
        var path = "/api/v1/products/4";
        var before = shop.staff().get(path);
        var refused = shop.staff().json("PATCH", path, patch, "If-Match", before.header("ETag"));
        assertProblem(refused, status);
        assertThat(shop.staff().get(path).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/products/0, 404",
        "/api/v1/products/999999999, 404",
        "/api/v1/products/abc, 404",
        "/api/v1/products/99999999999999999999999, 404",
        "/api/v1/products/1/nothing, 404",
        "/api/v1/nothing, 404",
        "/api/v1, 404",
        "/api/v2/products, 404",
        "/api/v1/products?limit=0, 400",
        "/api/v1/products?limit=101, 400",
        "/api/v1/products?limit=ten, 400",
        "/api/v1/products?sort=sideways, 400",
        "/api/v1/products?cursor=rubbish, 400",
        "/api/v1/products?cursor=%F0%9F%93%9A, 400",
        "/api/v1/products?category=no-such-shelf, 404",
        "/api/v1/products?category=%00, 404",
        "/api/v1/categories/no-such-shelf, 404"
    })
    void what_is_malformed_or_not_there_is_a_problem(String path, int status) {
        assertProblem(shop.visitor().get(path), status);
    }

    @Test
    void methods_and_media_types_that_are_not_understood_are_problems() {
        var method = shop.visitor().delete("/api/v1/products/1");
        assertProblem(method, 405);
        assertThat(method.header("Allow")).contains("GET");
        assertProblem(shop.visitor().get("/api/v1/products/1", "Accept", "image/png"), 406);
        assertProblem(shop.visitor().form("/api/v1/cart/items", Map.of("sku", "BOOK-0001", "quantity", "1")), 415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sku\": \"BOOK-0001\", \"quantity\": 0}    | 400",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 100}  | 400",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 1.5}  | 400",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 1, \"price\": 0} | 400",
                "{\"sku\": \"BOOK-0001\"}                     | 422",
                "{\"quantity\": 1}                            | 422",
                "{\"sku\": \"BOOK-0001\", \"quantity\": \"2\"}  | 400",
                "{\"sku\": 123, \"quantity\": 1}              | 400",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 1} {} | 400",
                "{\"sku\": \"a b\", \"quantity\": 1}          | 400",
                "{\"sku\": \"NO-SUCH-SKU\", \"quantity\": 1}  | 404",
                "rubbish                                      | 400"
            })
    void a_malformed_item_puts_nothing_into_the_cart(String item, int status) {
        var visitor = shop.visitor();
        assertProblem(visitor.json("POST", "/api/v1/cart/items", item), status);
        assertThat(visitor.get("/api/v1/cart").json().get("lines")).isEmpty();
        assertThat(visitor.hasCookie("JSESSIONID")).isFalse();
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        var item = "{\"sku\": \"" + "A".repeat(100_000) + "\", \"quantity\": 1}";
        assertProblem(shop.visitor().json("POST", "/api/v1/cart/items", item), 413);
        assertProblem(shop.visitor().chunks("/api/v1/cart/items", item), 413);
    }

    @Test
    void a_cart_is_added_to_changed_and_emptied() {
        var visitor = shop.visitor();
        visitor.json("POST", "/api/v1/cart/items", "{\"sku\": \"BOOK-0001\", \"quantity\": 1}");
        visitor.json("POST", "/api/v1/cart/items", "{\"sku\": \"BOOK-0001\", \"quantity\": 2}");
        var cart = visitor.get("/api/v1/cart").json();
        assertThat(cart.at("/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(cart.get("gone")).isEmpty();
        assertThat(visitor.json("PUT", "/api/v1/cart/items/BOOK-0001", "{\"quantity\": 2}")
                        .json()
                        .at("/lines/0/quantity")
                        .asInt())
                .isEqualTo(2);
        assertThat(visitor.delete("/api/v1/cart/items/BOOK-0001").json().get("lines"))
                .isEmpty();
        assertThat(visitor.get("/api/v1/cart").json().get("lines")).isEmpty();
    }

    @Test
    void more_than_there_is_can_not_be_put_into_the_cart() {
        var soldOut = shop.visitor().get("/api/v1/products?limit=100").json().get("items");
        for (var product : soldOut) {
            if (product.get("stock").asInt() < 50) {
                var refused = shop.visitor()
                        .json(
                                "POST",
                                "/api/v1/cart/items",
                                "{\"sku\": \"%s\", \"quantity\": %d}"
                                        .formatted(
                                                product.get("sku").asText(),
                                                product.get("stock").asInt() + 1));
                assertProblem(refused, 409);
                return;
            }
        }
        throw new AssertionError("the demo shop has a product with little stock");
    }

    @Test
    void every_operation_is_described() {
        var api = shop.visitor().get("/openapi?format=JSON").json();
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/products",
                        "/api/v1/products/{id}",
                        "/api/v1/categories",
                        "/api/v1/categories/{slug}",
                        "/api/v1/search",
                        "/api/v1/search/suggestions",
                        "/api/v1/cart",
                        "/api/v1/cart/items",
                        "/api/v1/cart/items/{sku}",
                        "/api/v1/imports",
                        "/api/v1/imports/{id}/refusals",
                        "/api/v1/jobs/{id}",
                        "/api/v1/members",
                        "/api/v1/members/me",
                        "/api/v1/session");
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(operation.getValue().has("summary"))
                            .as("summary of %s %s", operation.getKey(), path.getKey())
                            .isTrue();
                    assertThat(operation.getValue().get("responses"))
                            .as("responses of %s %s", operation.getKey(), path.getKey())
                            .isNotEmpty();
                    assertThat(operation
                                    .getValue()
                                    .get("responses")
                                    .at("/default/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .as("failures of %s %s", operation.getKey(), path.getKey())
                            .isEqualTo("#/components/schemas/Problem");
                    // What fails is a problem, whichever failure is named.
                    operation.getValue().get("responses").properties().stream()
                            .filter(response -> response.getKey().matches("[45].."))
                            .forEach(response -> assertThat(response.getValue()
                                            .at("/content/application~1problem+json/schema/$ref")
                                            .asText())
                                    .as("%s of %s %s", response.getKey(), operation.getKey(), path.getKey())
                                    .isEqualTo("#/components/schemas/Problem"));
                    var successes = operation.getValue().get("responses").properties().stream()
                            .filter(response -> response.getKey().startsWith("2"))
                            .toList();
                    assertThat(successes)
                            .as("success of %s %s", operation.getKey(), path.getKey())
                            .isNotEmpty();
                    // What has a body says how it looks.
                    successes.stream()
                            .filter(response -> response.getKey().equals("200"))
                            .map(response -> response.getValue()
                                    .get("content")
                                    .elements()
                                    .next())
                            .forEach(content -> assertThat(content.has("schema") || content.has("examples"))
                                    .as("body of %s %s", operation.getKey(), path.getKey())
                                    .isTrue());
                }));
        assertThat(api.at("/components/schemas/Problem").isMissingNode()).isFalse();
        assertThat(api.at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .contains("type", "title", "status", "detail", "instance");
        var jobs = api.at("/paths/~1api~1v1~1jobs/get/responses/200/content/application~1json/schema/$ref");
        assertThat(api.at(jobs.asText().substring(1) + "/properties/items/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/JobJson");
    }

    private static void assertProblem(Visitor.Reply answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asText()).isNotBlank();
        assertThat(answer.json().get("instance").asText()).startsWith("/");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.");
    }
}
