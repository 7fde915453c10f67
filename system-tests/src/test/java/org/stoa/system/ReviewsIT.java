package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members say of products, by REST. */
@ExtendWith(RunningShop.class)
class ReviewsIT {
    private static final String SLUG = "reviews-it-";

    private static Shop shop;
    private static Reviewers reviewers;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        reviewers = new Reviewers(shop);
    }

    @AfterAll
    static void tidy() {
        reviewers.tidy(SLUG);
    }

    /** All tests come from one address. */
    @BeforeEach
    void forget_what_was_tried() {
        new Members(shop).forgetTries();
    }

    @Test
    void a_member_reviews_a_product_once_and_changes_it() {
        var product = reviewers.product(SLUG + "once");
        var ada = reviewers.member("Ada Lovelace");
        assertThat(ada.get(mine(product)).status()).isEqualTo(404);

        var written = put(ada, product, 5, "First words.");
        assertThat(written.status()).as("%s", written).isEqualTo(201);
        assertThat(written.header("Location")).endsWith(mine(product));
        assertThat(put(ada, product, 4, "Without a version.").status()).isEqualTo(428);
        var changed = put(ada, product, 3, "Second words.", "If-Match", written.header("ETag"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(changed.header("Cache-Control")).contains("no-store");
        assertThat(put(ada, product, 1, "Too late.", "If-Match", written.header("ETag"))
                        .status())
                .isEqualTo(412);

        var shown = list(ada, product, "");
        assertThat(shown.at("/items")).hasSize(1);
        assertThat(shown.at("/items/0/author").asText()).isEqualTo("Ada Lovelace");
        assertThat(shown.at("/items/0/text").asText()).isEqualTo("Second words.");
        assertThat(shown.at("/items/0/changedAt").asText()).isNotEmpty();
        assertThat(shown.at("/summary/count").asInt()).isEqualTo(1);
        assertThat(shown.at("/summary/average").asDouble()).isEqualTo(3.0);
        assertThat(shown.toString()).doesNotContain("reviewers.example");
    }

    @Test
    void who_deletes_his_review_may_write_another() {
        var product = reviewers.product(SLUG + "deleted");
        var ada = reviewers.member("Ada");
        var written = put(ada, product, 2, "Regretted.");
        assertThat(ada.delete(mine(product)).status()).isEqualTo(428);
        assertThat(delete(ada, product, "W/\"99\"")).isEqualTo(412);
        assertThat(delete(ada, product, written.header("ETag"))).isEqualTo(204);
        assertThat(list(ada, product, "").at("/summary/count").asInt()).isZero();
        assertThat(put(ada, product, 2, "Late.", "If-Match", written.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(put(ada, product, 4, "Better.").status()).isEqualTo(201);
    }

    @Test
    void what_he_wrote_he_sees_at_once_on_every_clone() {
        var product = reviewers.product(SLUG + "at-once");
        var ada = reviewers.member("Ada");
        var etag = put(ada, product, 1, "Words 0.").header("ETag");
        for (int i = 1; i <= 10; i++) {
            var written = put(ada, product, 1 + i % 5, "Words " + i + ".", "If-Match", etag);
            etag = written.header("ETag");
            for (var node : List.of("node-1", "node-2")) {
                var at = ada.at(shop.url(node));
                var shown = list(at, product, "");
                assertThat(shown.at("/items/0/text").asText()).isEqualTo("Words " + i + ".");
                assertThat(shown.at("/summary/average").asInt()).isEqualTo(1 + i % 5);
                assertThat(at.get("/products/" + SLUG + "at-once")
                                .page()
                                .select(".review-text")
                                .text())
                        .isEqualTo("Words " + i + ".");
                assertThat(at.get("/api/v1/products/" + product)
                                .json()
                                .at("/rating/average")
                                .asInt())
                        .isEqualTo(1 + i % 5);
            }
        }
    }

    @Test
    void nobody_writes_for_somebody_else() {
        var product = reviewers.product(SLUG + "others");
        var ada = reviewers.member("Ada");
        var etag = put(ada, product, 5, "Of Ada.").header("ETag");

        var nobody = shop.visitor();
        assertThat(put(nobody, product, 1, "Of nobody.").status()).isEqualTo(401);
        assertThat(nobody.get(mine(product)).status()).isEqualTo(401);
        assertThat(delete(nobody, product, etag)).isEqualTo(401);
        var bob = reviewers.member("Bob");
        assertThat(put(bob, product, 1, "Of Bob.", "If-Match", etag).status()).isEqualTo(412);
        assertThat(delete(bob, product, etag)).isEqualTo(404);
        assertThat(put(ada, product, 1, "Forged.", "If-Match", etag, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(put(ada, product, 1, "Forged.", "If-Match", etag, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);

        assertThat(list(ada, product, "").at("/items/0/text").asText()).isEqualTo("Of Ada.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rating\": 0, \"text\": \"a\"}                 | /rating",
                "{\"rating\": 6, \"text\": \"a\"}                 | /rating",
                "{\"text\": \"a\"}                                | /rating",
                "{\"rating\": 3}                                  | /text",
                "{\"rating\": 3, \"text\": \" \\n \"}             | /text",
                "{\"rating\": 3, \"text\": \"a\\u0000b\"}         | /text",
                "{\"rating\": 3, \"text\": \"a\\ud800b\"}         | /text",
                "{\"rating\": 3, \"text\": \"a\", \"title\": \"a\\nb\"} | /title",
            })
    void what_can_not_be_taken_is_pointed_at(String body, String pointer) {
        var refused = anyMember().json("PUT", mine(1), body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void a_text_has_5000_characters_and_a_title_120() {
        var product = reviewers.product(SLUG + "limits");
        var ada = reviewers.member("Ada");
        assertThat(put(ada, product, 3, "x".repeat(5001)).status()).isEqualTo(422);
        var long5000 = "Ω".repeat(5000);
        assertThat(put(ada, product, 3, long5000).status()).isEqualTo(201);
        assertThat(list(ada, product, "").at("/items/0/text").asText()).isEqualTo(long5000);
        var title = "{\"rating\": 3, \"text\": \"a\", \"title\": \"%s\"}";
        assertThat(anyMember()
                        .json("PUT", mine(product), title.formatted("x".repeat(121)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void emoji_and_other_scripts_stay_as_they_were_written() {
        var product = reviewers.product(SLUG + "scripts");
        var ada = reviewers.member("Ada");
        var text = "👩‍👩‍👧 \uD83D\uDCDA\n\nأَلْفُ لَيْلَةٍ وَلَيْلَة\n\n源氏物語";
        assertThat(put(ada, product, 5, text).status()).isEqualTo(201);
        assertThat(list(ada, product, "").at("/items/0/text").asText()).isEqualTo(text);
    }

    @Test
    void who_writes_too_many_has_to_wait() {
        var product = reviewers.product(SLUG + "many");
        var ada = reviewers.member("Ada");
        var last = put(ada, product, 3, "Version 0.");
        int written = 0;
        while (last.status() < 400 && written <= 40) {
            written++;
            last = put(ada, product, 3, "Version " + written + ".", "If-Match", last.header("ETag"));
        }
        assertThat(last.status()).as("%s", last).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(written).isEqualTo(30);
        assertThat(put(reviewers.member("Bob"), product, 3, "Of another.").status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products/1/reviews?stars=0",
                "/api/v1/products/1/reviews?stars=x",
                "/api/v1/products/1/reviews?sort=best",
                "/api/v1/products/1/reviews?limit=0",
                "/api/v1/products/1/reviews?limit=101",
                "/api/v1/products/1/reviews?cursor=x",
                "/api/v1/products/1/reviews?sort=lowest&cursor=bG93ZXN0LDEsOQ"
            })
    void what_is_malformed_is_refused(String path) {
        assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(400);
    }

    @Test
    void what_is_not_there_has_no_reviews() {
        assertThat(shop.visitor().get("/api/v1/products/999999999/reviews").status())
                .isEqualTo(404);
        assertThat(shop.visitor().get("/api/v1/products/x/reviews").status()).isEqualTo(404);
        assertThat(put(anyMember(), 999_999_999L, 3, "Nothing.").status()).isEqualTo(404);
        var draft = reviewers.product(SLUG + "draft");
        shop.sql("update product set status = 'DRAFT' where id = " + draft);
        assertThat(put(anyMember(), draft, 3, "Unseen.").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"newest, 0", "highest, 0", "lowest, 0", "newest, 4"})
    void pages_hold_each_review_once_while_others_are_written(String sort, int stars) {
        var product = reviewers.product(SLUG + "pages-" + sort + stars);
        reviewers.reviews(product, 5, 1, 4, 4, 2, 3, 5, 4, 1, 4);
        var filter = stars == 0 ? "" : " and rating = " + stars;
        var order =
                switch (sort) {
                    case "newest" -> "id desc";
                    case "highest" -> "rating desc, id desc";
                    default -> "rating, id desc";
                };
        var expected = shop.longs(
                "select id from review where product_id = %d%s order by %s".formatted(product, filter, order));
        var visitor = shop.visitor();
        var query = "&sort=" + sort + (stars == 0 ? "" : "&stars=" + stars);
        Shop.await(
                "all are there",
                () -> list(visitor, product, "").at("/summary/count").asInt() == 10);

        var seen = new ArrayList<Long>();
        var next = "";
        do {
            var page = list(visitor, product, "?limit=3" + query + next);
            page.at("/items").forEach(item -> seen.add(item.get("id").asLong()));
            next = page.has("next") ? "&cursor=" + encoded(page.get("next").asText()) : "";
            reviewers.reviews(product, 4, 1, 5);
        } while (!next.isEmpty() && seen.size() < 100);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(expected::contains)).containsExactlyElementsOf(expected);
    }

    @Test
    void what_staff_hide_is_seen_by_its_author_alone_and_not_counted() {
        var product = reviewers.product(SLUG + "hidden");
        var ada = reviewers.member("Ada");
        put(ada, product, 1, "Unkind words.");
        var bob = reviewers.member("Bob");
        put(bob, product, 5, "Kind words.");
        var path = "/api/v1/reviews/" + ada.get(mine(product)).json().get("id").asLong();
        var staff = shop.staff();
        var etag = staff.get(path).header("ETag");

        assertThat(shop.visitor().get(path).status()).isEqualTo(401);
        assertThat(bob.json("PATCH", path, "{\"hidden\": true}", "If-Match", etag)
                        .status())
                .isEqualTo(403);
        assertThat(staff.json("PATCH", path, "{\"hidden\": true}").status()).isEqualTo(428);
        assertThat(staff.json("PATCH", path, "{\"rating\": 5}", "If-Match", etag)
                        .status())
                .isEqualTo(422);
        var hidden = staff.json("PATCH", path, "{\"hidden\": true}", "If-Match", etag);
        assertThat(hidden.status()).as("%s", hidden).isEqualTo(200);

        var shown = list(staff, product, "");
        assertThat(shown.at("/items").findValuesAsText("text")).containsExactly("Kind words.");
        assertThat(shown.at("/summary/count").asInt()).isEqualTo(1);
        var own = ada.get(mine(product));
        assertThat(own.json().get("hidden").asBoolean()).isTrue();
        assertThat(delete(ada, product, own.header("ETag")))
                .as("deleted and written anew it would be seen again")
                .isEqualTo(409);
        var milder = put(ada, product, 2, "Milder words.", "If-Match", own.header("ETag"));
        assertThat(milder.json().get("hidden").asBoolean()).isTrue();
        assertThat(staff.json("PATCH", path, "{\"hidden\": false}", "If-Match", hidden.header("ETag"))
                        .status())
                .as("not what was looked at")
                .isEqualTo(412);
        assertThat(staff.json("PATCH", path, "{\"hidden\": false}", "If-Match", milder.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(list(staff, product, "").at("/items").findValuesAsText("text"))
                .containsExactlyInAnyOrder("Kind words.", "Milder words.");
    }

    @Test
    void a_rating_makes_another_representation_of_the_product() {
        var product = reviewers.product(SLUG + "etag");
        var ada = reviewers.member("Ada");
        var path = "/api/v1/products/" + product;
        var before = shop.staff().get(path);
        assertThat(before.json().at("/rating/count").asInt()).isZero();
        put(ada, product, 4, "Good.");

        var after = ada.get(path, "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().at("/rating/average").decimalValue().toPlainString())
                .isEqualTo("4.0");
        assertThat(ada.get(path, "If-None-Match", after.header("ETag")).status())
                .isEqualTo(304);
        var restocked = shop.staff().json("PATCH", path, "{\"stock\": 5}", "If-Match", after.header("ETag"));
        assertThat(restocked.status()).as("%s", restocked).isEqualTo(200);
    }

    @Test
    void a_search_is_narrowed_by_stars_and_up() {
        var four = reviewers.product(SLUG + "facet-four");
        var two = reviewers.product(SLUG + "facet-two");
        reviewers.product(SLUG + "facet-none");
        reviewers.reviews(four, 4, 4);
        reviewers.reviews(two, 1, 3);
        var found = "/api/v1/search?author=Nobody&q=facet&rating=";
        var visitor = shop.visitor();
        Shop.await(
                "both are found",
                () -> visitor.get(found + "1").json().get("total").asInt() == 2);
        assertThat(visitor.get(found + "4").json().at("/items").findValuesAsText("id"))
                .containsExactly(String.valueOf(four));
        assertThat(visitor.get(found + "3").json().get("total").asInt()).isEqualTo(1);
        assertThat(visitor.get(found + "4&rating=2").json().get("total").asInt())
                .isEqualTo(2);
        var steps = visitor.get(found).json().at("/facets/rating");
        assertThat(steps.findValuesAsText("value")).containsExactly("4", "3", "2", "1");
        assertThat(steps.findValuesAsText("count")).containsExactly("1", "1", "2", "2");
        assertThat(visitor.get(found + "5").status()).isEqualTo(400);
        assertThat(visitor.get(found + "4").json().at("/items/0/rating/average").asDouble())
                .isEqualTo(4.0);
    }

    private static Visitor anyMember() {
        return reviewers.member("Ada");
    }

    private static JsonNode list(Visitor visitor, long product, String query) {
        var reply = visitor.get("/api/v1/products/" + product + "/reviews" + query);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json();
    }

    private static String mine(long product) {
        return "/api/v1/products/" + product + "/reviews/mine";
    }

    private static Visitor.Reply put(Visitor visitor, long product, int rating, String text, String... headers) {
        var body = new ObjectMapper()
                .valueToTree(Map.of("rating", rating, "text", text))
                .toString();
        return visitor.json("PUT", mine(product), body, headers);
    }

    private static int delete(Visitor visitor, long product, String etag) {
        return visitor.delete(mine(product), "If-Match", etag).status();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
