package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an answer tells what its visitor has written, and how that travels on. */
@ExtendWith(RunningShop.class)
class StampIT {
    private static final String PRODUCT = "/api/v1/products/7";
    private static final String HEADER = "Stoa-Stamp";

    private static Shop shop;

    /** The stamp of the last change here; no stamp before the first. */
    private static String known = "none";

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void who_writes_gets_a_stamp_as_header_and_as_cookie_of_its_own_name() {
        var first = restock(1);
        var second = restock(2);

        assertThat(first.header(HEADER)).matches("[0-9a-f-]{36}\\.[1-9][0-9]*");
        assertThat(second.header(HEADER)).isNotEqualTo(first.header(HEADER));
        assertThat(cookie(first))
                .contains(first.header(HEADER))
                .contains("HttpOnly")
                .contains("Max-Age=10");
        assertThat(name(cookie(first))).isNotEqualTo(name(cookie(second)));
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void who_only_reads_gets_none() {
        assertThat(shop.visitor().get(PRODUCT).has(HEADER)).isFalse();
    }

    @Test
    void the_cookies_that_a_new_stamp_makes_needless_are_removed() {
        var staff = shop.staff();
        var first = restock(staff, 1);
        var second = restock(staff, 3);

        assertThat(cookies(second))
                .anyMatch(set -> set.startsWith(name(cookie(first)) + "=\"\";"))
                .anyMatch(set -> set.contains(second.header(HEADER)));
    }

    @Test
    void the_other_clone_shows_what_was_written_at_once_to_who_brings_the_stamp() {
        var staff = Stream.of("node-1", "node-2")
                .map(node -> new Visitor(shop.url(node))
                        .with("Authorization", "Bearer " + shop.cluster().staffToken()))
                .toList();
        var etag = etag();
        for (int stock = 10; stock < 60; stock++) {
            var written =
                    staff.get(stock % 2).json("PATCH", PRODUCT, "{\"stock\": %d}".formatted(stock), "If-Match", etag);
            assertThat(written.status()).isEqualTo(200);
            etag = written.header("ETag");
            known = written.header(HEADER);

            var read = staff.get((stock + 1) % 2).get(PRODUCT, HEADER, written.header(HEADER));

            assertThat(read.json().get("stock").asInt()).isEqualTo(stock);
        }
    }

    @Test
    void clones_whose_looks_were_ended_by_the_server_look_again() {
        shop.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% looks'");
        for (var node : List.of("node-1", "node-2")) {
            Shop.await(node + " gives out stamps again", () -> {
                var written = new Visitor(shop.url(node))
                        .with("Authorization", "Bearer " + shop.cluster().staffToken())
                        .json("PATCH", PRODUCT, "{\"stock\": 5}", "If-Match", etag());
                known = written.has(HEADER) ? written.header(HEADER) : known;
                return written.status() == 200
                        && !written.header(HEADER).startsWith("primary")
                        && !written.has("Stoa-Degraded");
            });
        }
    }

    @Test
    void what_is_no_stamp_or_of_another_time_is_ignored() {
        var strange = List.of(
                "nonsense",
                "primary.99999999999",
                UUID.randomUUID() + ".1",
                restock(4).header(HEADER).replaceAll("[0-9]+$", "999999999"));
        for (var stamp : strange) {
            assertThat(shop.visitor().with(HEADER, stamp).get(PRODUCT).status())
                    .as(stamp)
                    .isEqualTo(200);
        }
    }

    private static Visitor.Reply restock(int stock) {
        return restock(shop.staff(), stock);
    }

    private static Visitor.Reply restock(Visitor staff, int stock) {
        var answer = staff.json("PATCH", PRODUCT, "{\"stock\": %d}".formatted(stock), "If-Match", etag());
        assertThat(answer.status()).isEqualTo(200);
        known = answer.header(HEADER);
        return answer;
    }

    private static String etag() {
        // Who has not seen a change of a moment ago may be shown what was before it.
        return shop.staff().get(PRODUCT, HEADER, known).header("ETag");
    }

    private static String cookie(Visitor.Reply answer) {
        return cookies(answer).stream()
                .filter(set -> set.startsWith("stoa-stamp."))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cookies(Visitor.Reply answer) {
        return answer.response().headers().allValues("Set-Cookie");
    }

    private static String name(String cookie) {
        return cookie.substring(0, cookie.indexOf('='));
    }
}
