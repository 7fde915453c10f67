package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the stars shown are those that the reviews give, whoever writes and whatever becomes of it. */
@ExtendWith(RunningShop.class)
class RatingCountsIT {
    private static final String SLUG = "rating-counts-it-";

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

    @Test
    void counts_are_right_after_many_have_written_over_two_clones_at_once() {
        new Members(shop).forgetTries();
        var products = List.of(reviewers.product(SLUG + "a"), reviewers.product(SLUG + "b"));
        var members = reviewers.members(8);
        var urls = List.of(shop.url("node-1"), shop.url("node-2"));

        Shop.atOnce(members.size(), n -> {
            for (int round = 0; round < 12; round++) {
                var at = members.get(n).at(urls.get((n + round) % 2));
                var mine = "/api/v1/products/" + products.get(round % 2) + "/reviews/mine";
                var etag = at.get(mine).header("ETag");
                int rating = ThreadLocalRandom.current().nextInt(1, 6);
                var body = "{\"rating\": %d, \"text\": \"Round %d.\"}".formatted(rating, round);
                var done = etag.isEmpty()
                        ? at.json("PUT", mine, body)
                        : round == 4 || round == 5
                                ? at.delete(mine, "If-Match", etag)
                                : at.json("PUT", mine, body, "If-Match", etag);
                assertThat(done.status()).as("%s", done).isLessThan(300);
            }
        });

        for (long product : products) {
            var counted = shop.longs(
                    "select count(r.id) from generate_series(1, 5) stars left join review r on r.rating = stars"
                            + " and r.product_id = %d group by stars order by stars".formatted(product));
            assertThat(counted.stream().mapToLong(Long::longValue).sum()).isPositive();
            for (var url : urls) {
                var shown = shop.staff().at(url).get("/api/v1/products/" + product + "/reviews?limit=100");
                Shop.await("everybody sees it", () -> histogram(shop.visitor().at(url), product)
                        .equals(counted));
                assertThat(shown.json().at("/items"))
                        .hasSize(shown.json().at("/summary/count").asInt());
            }
        }
        assertThat(wrong()).isEmpty();
    }

    private static List<Long> histogram(Visitor visitor, long product) {
        var summary =
                visitor.get("/api/v1/products/" + product + "/reviews").json().at("/summary/histogram");
        return IntStream.rangeClosed(1, 5)
                .mapToObj(stars -> summary.get(String.valueOf(stars)).asLong())
                .toList();
    }

    @Test
    void a_review_that_is_rolled_back_was_never_counted() throws SQLException {
        var product = reviewers.product(SLUG + "rolled-back");
        reviewers.reviews(product, 5, 4);
        try (var connection = shop.cluster().connect("primary")) {
            connection.setAutoCommit(false);
            execute(connection, "update review set rating = 1 where product_id = " + product);
            assertThat(counts(connection, product)).isEqualTo("2,0,0,0,0");
            connection.rollback();
            assertThat(counts(connection, product)).isEqualTo("0,0,0,1,1");
        }
    }

    @Test
    void whatever_is_done_by_hand_is_counted() throws SQLException {
        var product = reviewers.product(SLUG + "by-hand");
        reviewers.reviews(product, 5, 5, 1, 3);
        try (var connection = shop.cluster().connect("primary")) {
            connection.setAutoCommit(false);
            assertThat(counts(connection, product)).isEqualTo("1,0,1,0,2");
            execute(connection, "update review set hidden = true where rating = 5 and product_id = " + product);
            assertThat(counts(connection, product)).isEqualTo("1,0,1,0,0");
            execute(connection, "update review set rating = 2 where product_id = " + product);
            assertThat(counts(connection, product))
                    .as("hidden ones do not count")
                    .isEqualTo("0,2,0,0,0");
            execute(connection, "update review set hidden = false where product_id = " + product);
            assertThat(counts(connection, product)).isEqualTo("0,4,0,0,0");
            execute(
                    connection,
                    "delete from member where id in (select member_id from review where product_id = %d limit 3)"
                            .formatted(product));
            assertThat(counts(connection, product))
                    .as("with their author they go")
                    .isEqualTo("0,1,0,0,0");
            execute(connection, "delete from review where product_id = " + product);
            assertThat(counts(connection, product)).isEqualTo("0,0,0,0,0");
            execute(connection, "truncate review");
            assertThat(wrong(connection)).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void a_product_with_reviews_can_be_deleted() {
        var product = reviewers.product(SLUG + "gone");
        reviewers.reviews(product, 5, 1);
        shop.sql("delete from product where id = " + product);
        assertThat(shop.longs("select count(*) from product_rating where product_id = " + product))
                .containsExactly(0L);
    }

    @Test
    void statements_over_the_same_products_in_other_order_wait_and_never_both() {
        var products = IntStream.range(0, 6)
                .mapToObj(n -> reviewers.product(SLUG + "order-" + n))
                .toList();
        reviewers.reviews(products.get(0), 3, 3, 3, 3);
        var members = shop.longs("select member_id from review where product_id = " + products.get(0));
        shop.sql("delete from review where product_id = " + products.get(0));
        Shop.atOnce(members.size(), n -> {
            for (int round = 0; round < 25; round++) {
                shop.sql("insert into review (product_id, member_id, rating, body)"
                        + " select id, %d, 1 + id %% 5, 'Text.' from product where slug like '%sorder-%%' order by id %s"
                                .formatted(members.get(n), SLUG, n % 2 == 0 ? "desc" : ""));
                shop.sql("delete from review where member_id = " + members.get(n));
            }
        });
        assertThat(wrong()).isEmpty();
    }

    @Test
    void counts_that_are_broken_past_the_triggers_are_found() throws SQLException {
        var product = reviewers.product(SLUG + "broken");
        reviewers.reviews(product, 5, 5, 1);
        try (var connection = shop.cluster().connect("primary")) {
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica");
            execute(connection, "update review set rating = 4 where rating = 1 and product_id = " + product);
            assertThat(wrong(connection)).containsExactly(product);
            connection.rollback();
            execute(connection, "update product_rating set n3 = n3 + 1 where product_id = " + product);
            assertThat(wrong(connection)).containsExactly(product);
            connection.rollback();
            execute(connection, "delete from product_rating where product_id = " + product);
            assertThat(wrong(connection)).containsExactly(product);
            connection.rollback();
        }
        assertThat(wrong()).isEmpty();
    }

    @Test
    void a_rating_is_one_to_five_also_by_hand() {
        var product = reviewers.product(SLUG + "range");
        assertThatThrownBy(() -> reviewers.reviews(product, 6)).hasStackTraceContaining("check constraint");
        assertThat(shop.longs("select count(*) from review where product_id = " + product))
                .containsExactly(0L);
    }

    private static List<Long> wrong() {
        return shop.longs("select product_id from product_rating_wrong");
    }

    private static List<Long> wrong(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select array_agg(product_id) from product_rating_wrong")) {
            rows.next();
            var found = rows.getArray(1);
            return found == null ? List.of() : List.of((Long[]) found.getArray());
        }
    }

    private static String counts(Connection connection, long product) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select concat_ws(',', n1, n2, n3, n4, n5) from product_rating where product_id = "
                                + product)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
