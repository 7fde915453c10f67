package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** That a product's document is either what the product is or marked, in every snapshot, whoever writes and whoever dies. */
@ExtendWith(RunningShop.class)
class DocumentMarksIT {
    private static final String SLUG = "product-documents-it-";
    private static final int WRITERS = 6;
    private static final int ROUNDS = 30;

    private static Shop shop;
    private static Reviewers reviewers;
    private static long product;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        reviewers = new Reviewers(shop);
        product = reviewers.product(SLUG + "marked");
        reviewers.reviews(product, 5, 4, 3, 2, 1);
        shop.sql(
                "insert into product_image (product_id, position, media_name, alt) select %d, 0, min(name), 'Cover' from media"
                        .formatted(product));
    }

    @AfterAll
    static void tidy() {
        reviewers.tidy(SLUG);
    }

    @BeforeEach
    void documents_are_made_by_themselves() {
        Shop.await("nothing is outdated", () -> shop.longs(
                        "select 1 from product_outdated union all" + " select 1 from documents_outdated")
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product set stock = stock - 1 where id = %d",
                "update product set title = 'Another' where id = %d",
                "update product set status = 'DRAFT' where id = %d",
                "set local session_replication_role = replica; update product set price = 1 where id = %d",
                "delete from product where id = %d",
                "truncate product cascade",
                "insert into product_image (product_id, position, media_name, alt) select %d, 1, min(name), 'Back' from media",
                "update product_image set alt = 'Another' where product_id = %d",
                "delete from product_image where product_id = %d",
                "truncate product_image",
                "update media set width = width + 1 where name in (select media_name from product_image where product_id = %d)",
                "truncate media cascade",
                "insert into review (product_id, member_id, rating, body) select %d, min(id), 3, 'Text.' from member",
                "update review set body = 'Other text.' where product_id = %d",
                "update review set hidden = true where product_id = %d",
                "update review set product_id = (select min(id) from product) where product_id = %d and rating = 5",
                "delete from review where product_id = %d",
                "truncate review",
                "update product_rating set n1 = n1 + 1 where product_id = %d",
                "delete from product_rating where product_id = %d",
                "truncate product_rating",
                "update member set name = 'Another' where id in (select member_id from review where product_id = %d)",
                "delete from member where id in (select member_id from review where product_id = %d)",
                "truncate member cascade",
            })
    void whatever_a_document_is_made_of_marks_it_within_the_transaction(String change) throws SQLException {
        try (var connection = begin()) {
            assertThat(readable(connection)).isTrue();
            execute(connection, change.formatted(product));
            assertThat(readable(connection)).as(change).isFalse();
            assertThat(wrong(connection)).isEmpty();
            connection.rollback();
            assertThat(readable(connection)).as("rolled back").isTrue();
            connection.rollback();
        }
    }

    @Test
    void a_copy_marks_what_it_is_about() throws SQLException, IOException {
        try (var connection = begin()) {
            var author = longs(connection, "select min(id) from member").get(0);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy review (product_id, member_id, rating, body) from stdin",
                            new ByteArrayInputStream("%d\t%d\t3\tText.\n"
                                    .formatted(product, author)
                                    .getBytes(StandardCharsets.UTF_8)));
            assertThat(readable(connection)).isFalse();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update member set epoch = epoch + 1 where id in (select member_id from review where product_id = %d)",
                "update category set name = name || '!' where id = (select category_id from product where id = %d)",
                "update product set stock = stock + 1 where id = (select min(id) from product where id <> %d)",
            })
    void nothing_else_marks_it(String change) throws SQLException {
        try (var connection = begin()) {
            execute(connection, change.formatted(product));
            assertThat(readable(connection)).as(change).isTrue();
            connection.rollback();
        }
    }

    @Test
    void a_change_whose_mark_is_missing_is_found() throws SQLException {
        try (var connection = begin()) {
            execute(connection, "alter table product disable trigger outdate_update");
            execute(connection, "update product set stock = stock + 1 where id = " + product);
            assertThat(wrong(connection)).containsExactly(product);
            connection.rollback();
            execute(connection, "delete from product_document where product_id = " + product);
            assertThat(wrong(connection)).as("nobody would make it").containsExactly(product);
            connection.rollback();
        }
    }

    @Test
    void who_has_not_committed_yet_leaves_his_mark() throws SQLException {
        try (var writer = begin()) {
            execute(writer, "update review set body = 'Late.' where product_id = " + product);
            shop.sql("update product set title = 'Early' where id = " + product);
            Shop.await("the early one is made", () -> !shop.longs("select 1 from product_document where product_id = "
                            + product + " and body #>> '{product,title}' = 'Early'")
                    .isEmpty());
            assertThat(wrong(writer)).isEmpty();
            try (var builder = builder()) {
                // Nobody makes documents meanwhile.
                writer.commit();
                assertThat(readable(builder)).isFalse();
                builder.rollback();
            }
        }
        Shop.await("the late one is made", () -> !shop.longs("select 1 from product_document where product_id = "
                        + product + " and body #>> '{reviews,newest,0,text}' = 'Late.'")
                .isEmpty());
    }

    @Test
    void a_change_while_documents_are_made_leaves_its_mark() throws SQLException {
        try (var builder = builder();
                var reader = begin()) {
            shop.sql("update product set stock = 7 where id = " + product);
            assertThat(build(builder)).isPositive();

            shop.sql("update product set stock = 8 where id = " + product);
            builder.commit();

            assertThat(readable(reader)).isFalse();
            assertThat(wrong(reader)).isEmpty();
        }
        awaitStock(8);
    }

    @Test
    void a_name_that_changes_while_a_review_is_added_is_in_the_document() throws SQLException {
        try (var writer = begin()) {
            execute(
                    writer,
                    "with author as (insert into member (email, name) values ('renamed@%sexample', 'Before') returning id)"
                                    .formatted(SLUG)
                            + " select id from author");
            writer.commit();
            execute(writer, """
                    insert into review (product_id, member_id, rating, body)
                    select %d, id, 3, 'Text.' from member where email = 'renamed@%sexample'
                    """.formatted(product, SLUG));
            try (var renaming = begin()) {
                // Does not see the review.
                execute(renaming, "update member set name = 'After' where email = 'renamed@%sexample'".formatted(SLUG));
                writer.commit();
                documents_are_made_by_themselves();
                renaming.commit();
            }
            assertThat(wrong(writer)).isEmpty();
            writer.rollback();
            documents_are_made_by_themselves();
            assertThat(wrong(writer)).isEmpty();
            assertThat(longs(
                            writer,
                            "select 1 from product_document where body #>> '{reviews,newest,0,author}' = 'After'"))
                    .hasSize(1);
            execute(writer, "delete from member where email = 'renamed@%sexample'".formatted(SLUG));
            writer.commit();
        }
    }

    @Test
    void one_makes_documents_at_a_time() throws SQLException {
        try (var first = builder();
                var second = begin()) {
            shop.sql("update product set stock = 5 where id = " + product);
            assertThat(build(second)).isZero();
            assertThat(build(first)).isPositive();
            assertThat(build(second)).isZero();
            second.rollback();
            first.commit();
        }
        awaitStock(5);
    }

    @Test
    void who_dies_while_he_makes_them_leaves_all_marks() throws SQLException {
        try (var builder = builder();
                var reader = begin()) {
            shop.sql("update product set stock = 6 where id = " + product);
            build(builder);
            execute(
                    reader,
                    "select pg_terminate_backend(%d)"
                            .formatted(builder.unwrap(PGConnection.class).getBackendPID()));
            reader.commit();
        }
        awaitStock(6);
    }

    @Test
    void in_no_snapshot_is_an_unmarked_document_wrong() throws Exception {
        var products = new ArrayList<Long>();
        for (int n = 0; n < 4; n++) {
            products.add(reviewers.product(SLUG + "busy-" + n));
            reviewers.reviews(products.get(n), 5, 4, 3);
        }
        var writing = new AtomicBoolean(true);
        var watchers = Executors.newFixedThreadPool(2);
        try {
            var watched = List.of("primary", "replica-1").stream()
                    .map(server -> watchers.submit(() -> wrongUntil(writing, server)))
                    .toList();
            Shop.atOnce(WRITERS, n -> {
                for (int round = 0; round < ROUNDS; round++) {
                    write(products.get((n + round) % products.size()), n, round);
                }
            });
            writing.set(false);
            for (var each : watched) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isEmpty();
            }
        } finally {
            writing.set(false);
            watchers.shutdownNow();
        }
        documents_are_made_by_themselves();
        assertThat(shop.longs("select product_id from product_document_wrong")).isEmpty();
    }

    private static void write(long product, int writer, int round) {
        switch ((writer + round) % 5) {
            case 0 -> shop.sql("update product set stock = stock + 1 where id = " + product);
            case 1 ->
                shop.sql("update review set rating = 1 + (rating + %d) %% 5".formatted(round)
                        + " where id = (select min(id) from review where product_id = %d)".formatted(product));
            case 2 ->
                shop.sql("with busy as (select id from product where slug like '" + SLUG
                        + "busy-%' order by id for update)"
                        + " update product set price = price + 0.01 where id in (select id from busy)");
            case 3 -> shop.sql("begin; update product set title = 'Never' where id = %d; rollback".formatted(product));
            default ->
                shop.sql("update member set name = 'Name %d' where id in (select min(member_id) from review"
                                .formatted(round)
                        + " where product_id = %d)".formatted(product));
        }
    }

    /** The products whose documents are wrong in any of many snapshots of a server. */
    private static List<Long> wrongUntil(AtomicBoolean writing, String server) throws SQLException {
        var wrong = new ArrayList<Long>();
        try (var connection = shop.cluster().connect(server)) {
            do {
                wrong.addAll(wrong(connection));
            } while (writing.get());
        }
        return wrong;
    }

    private static void awaitStock(int stock) {
        Shop.await("the document says %d".formatted(stock), () -> shop.longs(
                        "select body #> '{product,stock}' from product_document where product_id = " + product)
                .equals(List.of((long) stock)));
    }

    private static Connection begin() throws SQLException {
        var connection = shop.cluster().connect("primary");
        connection.setAutoCommit(false);
        return connection;
    }

    /** A transaction that alone may make documents. */
    private static Connection builder() throws SQLException {
        var connection = begin();
        execute(connection, "select pg_advisory_xact_lock(7083206114370111)");
        return connection;
    }

    private static long build(Connection connection) throws SQLException {
        return longs(connection, "select build_product_documents(100)").get(0);
    }

    private static boolean readable(Connection connection) throws SQLException {
        return !longs(connection, """
                select 1 from product_document d where product_id = %d
                   and not exists (select from product_outdated o where o.product_id = d.product_id)
                   and not exists (select from documents_outdated)
                """.formatted(product)).isEmpty();
    }

    private static List<Long> wrong(Connection connection) throws SQLException {
        return longs(connection, "select product_id from product_document_wrong");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Long> longs(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }
}
