package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds among the books of the demo shop, by REST and on the page. */
@ExtendWith(RunningShop.class)
class SearchIT {
    private static final String ARABIC = "أَلْفُ لَيْلَةٍ وَلَيْلَة";
    private static final String ADDED = "search-it-arabic";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        shop.sql("""
                insert into product (slug, sku, title, sort_title, description, price, stock, status, category_id, attributes)
                select '%1$s', '%1$s', '%2$s', '%2$s', '', 9.90, 3, 'ACTIVE', min(id), '{"author": "مؤلفون", "language": "ar"}'
                  from category""".formatted(ADDED, ARABIC));
        Shop.await("the replica has it", () -> total("q=" + encoded(ARABIC)) == 1);
    }

    @AfterAll
    static void tidy() {
        shop.sql("delete from product where slug = '%s'".formatted(ADDED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moby                 | Moby-Dick",
                "moby dick            | Moby-Dick",
                "moby-dick            | Moby-Dick",
                "MOBY DICK            | Moby-Dick",
                "melville             | Moby-Dick",
                "melville moby        | Moby-Dick",
                "bronte               | Wuthering Heights",
                "Brontë               | Jane Eyre",
                "Brontë             | Jane Eyre",
                "Moby Dik             | Moby-Dick",
                "mobydick             | Moby-Dick",
                "wuthring hights      | Wuthering Heights",
                "\"jane eyre\"        | Jane Eyre"
            })
    void a_book_is_found(String words, String title) {
        assertThat(titles("q=" + encoded(words))).contains(title);
    }

    @Test
    void the_title_that_is_just_the_words_comes_first() {
        assertThat(titles("q=hamlet").get(0)).isEqualTo("Hamlet");
        assertThat(titles("q=the+odyssey").get(0)).isEqualTo("The Odyssey");
        assertThat(titles("q=odyssey").get(0)).isEqualTo("The Odyssey");
    }

    @Test
    void a_minus_excludes_a_word() {
        assertThat(titles("q=bronte+-jane")).contains("Wuthering Heights").doesNotContain("Jane Eyre");
    }

    @Test
    void what_was_probably_meant_is_said_and_found() {
        var found = find("q=Moby+Dik");
        assertThat(found.get("didYouMean").asText()).isEqualTo("moby dick");
        assertThat(find("q=moby").get("didYouMean").isNull()).isTrue();
        var page = shop.visitor().get("/search?q=Moby+Dik").page();
        assertThat(page.select("main .meant a").attr("href")).isEqualTo("/search?q=moby+dick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"الف ليلة وليلة", "ألف ليلة", "إلف لَيْلة", "الـــف ليله", "ليلة", "مؤلفون"})
    void arabic_is_found_with_and_without_vowels_in_any_form_of_alef(String words) {
        assertThat(titles("q=" + encoded(words))).contains(ARABIC);
    }

    @Test
    void the_counts_of_a_facet_are_what_choosing_gives() {
        var all = find("q=the&limit=1");
        for (var facet : List.of("category", "language", "price", "author", "rating", "inStock")) {
            for (var value : all.at("/facets/" + facet)) {
                var query = "q=the&" + facet + "=" + encoded(value.get("value").asText());
                assertThat(total(query)).as(query).isEqualTo(value.get("count").asLong());
            }
        }
        assertThat(sum(all.at("/facets/price"))).isEqualTo(all.get("total").asLong());
        assertThat(sum(all.at("/facets/language")))
                .as("the twenty most frequent")
                .isLessThanOrEqualTo(all.get("total").asLong());
    }

    @Test
    void values_of_a_facet_are_alternatives_and_facets_hold_together() {
        long french = total("language=fr");
        long russian = total("language=ru");
        assertThat(total("language=fr&language=ru")).isEqualTo(french + russian);
        var both = find("language=fr&language=ru&price=5-10&limit=100");
        assertThat(both.get("total").asLong()).isLessThan(french + russian);
        both.get("items").forEach(item -> assertThat(
                        item.at("/price/amount").decimalValue().doubleValue())
                .isBetween(0.0, 9.99));
        // The other languages are still there to be chosen.
        assertThat(both.at("/facets/language").findValuesAsText("value")).contains("fr", "ru", "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=the", "q=the&sort=title", "sort=price-up", "sort=price-down", "sort=newest", "language=fr"})
    void pages_neither_repeat_nor_skip(String query) {
        Set<Long> seen = new HashSet<>();
        long total = total(query);
        var next = "";
        do {
            var page = find(query + "&limit=17" + next);
            page.get("items").forEach(item -> assertThat(seen.add(item.get("id").asLong()))
                    .isTrue());
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSize((int) total);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "%20",
                "%00",
                "a%00b",
                "%ED%A0%80",
                "%C0%80",
                "%FF",
                "%F0%9F%93%9A",
                "%22",
                "%22%22%22",
                "%27",
                "%27%3B+drop+table+product%3B--",
                "%5C",
                "%5C%27",
                "%26+%7C+%21+%28+%29+%3A*+%3C-%3E",
                "-",
                "-a",
                "or",
                "or+or+or",
                "a:*",
                "%25",
                "_",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "%E2%80%AE%E2%80%8B%EF%BB%BF",
                "%7B0%7D",
                "%23%7B1%2B1%7D",
                "a+".repeat(100),
                "%22a+".repeat(60),
                "-a+".repeat(60),
                "%C2%BD".repeat(200),
                "%EF%B7%BA".repeat(200),
                "a".repeat(200),
                "a".repeat(201),
                "a".repeat(10_000),
                "%20".repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_is_typed_gets_an_answer(String typed) {
        for (var path : new String[] {
            "/api/v1/search?q=",
            "/api/v1/search/suggestions?q=",
            "/search?q=",
            "/api/v1/search?author=",
            "/search?category="
        }) {
            var answer = shop.visitor().get(path + typed);
            assertThat(answer.status()).as("%s", answer).isIn(200, 400);
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.body()).doesNotContain("<script>alert");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=sideways",
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "price=1-2",
                "inStock=perhaps",
                "cursor=cmVsZXZhbmNlLDEsMWU5OTk5OTk5OQ"
            })
    void what_is_malformed_is_a_problem(String query) {
        var answer = shop.visitor().get("/api/v1/search?q=the&" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void suggestions_are_titles_and_authors() {
        var items =
                shop.visitor().get("/api/v1/search/suggestions?q=bron").json().get("items");
        assertThat(items.findValuesAsText("text"))
                .contains("Emily Brontë", "Jane Eyre")
                .hasSizeLessThanOrEqualTo(8);
        assertThat(items.get(0).get("kind").asText()).isEqualTo("author");
        items.forEach(
                item -> assertThat(shop.visitor().get(item.get("url").asText()).status())
                        .isEqualTo(200));
        assertThat(shop.visitor()
                        .get("/api/v1/search/suggestions?q=moby+d")
                        .json()
                        .at("/items/0/url")
                        .asText())
                .isEqualTo("/products/moby-dick");
        assertThat(shop.visitor().get("/api/v1/search/suggestions?q=m").json().get("items"))
                .isEmpty();
    }

    @Test
    void drafts_are_not_found() {
        shop.sql("update product set status = 'DRAFT' where slug = '%s'".formatted(ADDED));
        Shop.await("it is no longer found", () -> total("q=" + encoded(ARABIC)) == 0);
        shop.sql("update product set status = 'ACTIVE' where slug = '%s'".formatted(ADDED));
        Shop.await("it is found again", () -> total("q=" + encoded(ARABIC)) == 1);
    }

    @Test
    void a_chip_takes_its_filter_back() {
        var narrowed =
                shop.visitor().get("/search?q=the&language=fr&inStock=true").page();
        var chips = narrowed.select("main .chip-chosen");
        assertThat(chips).hasSize(2);
        assertThat(chips.first().text()).contains("French");
        assertThat(chips.first().attr("href")).isEqualTo("/search?q=the&inStock=true");
        assertThat(narrowed.select(".facet a[aria-current]")).hasSize(2);
    }

    @Test
    void the_page_says_the_words_as_they_are_and_is_not_for_search_engines() {
        var page = shop.visitor().get("/search?q=%3Cb%3E%27x%27+%7B0%7D").page();
        assertThat(page.select("h1").text()).contains("<b>'x' {0}");
        assertThat(page.select("input[name=q]").val()).isEqualTo("<b>'x' {0}");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select("main .empty")).hasSize(1);
    }

    @Test
    void pages_of_results_are_links() {
        Set<String> seen = new HashSet<>();
        var path = "/search?q=the&language=en";
        while (!path.isEmpty()) {
            var page = shop.visitor().get(path);
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page.page().select("main .card a[href^=/products/]").forEach(link -> assertThat(seen.add(link.attr("href")))
                    .isTrue());
            var next = page.page().select("main a[rel~=next]").first();
            path = next == null ? "" : next.attr("href");
        }
        assertThat(seen).hasSize((int) total("q=the&language=en"));
    }

    @Test
    void searching_makes_no_session_and_looks_at_none() {
        var visitor = shop.visitor();
        assertThat(visitor.get("/search?q=emma").has("Set-Cookie")).isFalse();
        assertThat(visitor.get("/api/v1/search?q=emma").has("Set-Cookie")).isFalse();
        visitor.json("POST", "/api/v1/cart/items", "{\"sku\": \"BOOK-0001\", \"quantity\": 1}");
        assertThat(visitor.get("/search?q=emma").has("Set-Cookie")).isFalse();
    }

    private static JsonNode find(String query) {
        var answer = shop.visitor().get("/api/v1/search?" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.has("Link")).isEqualTo(answer.json().has("next"));
        return answer.json();
    }

    private static long total(String query) {
        return find(query).get("total").asLong();
    }

    private static List<String> titles(String query) {
        return new ArrayList<>(find(query + "&limit=100").get("items").findValuesAsText("title"));
    }

    private static long sum(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToLong(value -> value.get("count").asLong())
                .sum();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
