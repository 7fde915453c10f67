package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

/** What the triggers write down of a change, however it is made. Each test is a transaction that is rolled back. */
@ExtendWith(RunningShop.class)
class ChangeCaptureIT {
    private static final String BOOK = """
            insert into product (slug, sku, title, sort_title, price, status, category_id)
            select 'book-' || n, 'X-' || n, 'Book', 'book', 1, 'ACTIVE', 1 from generate_series(1, %d) n
            """;

    private Connection primary;

    @BeforeEach
    void begin(Shop shop) throws SQLException {
        primary = shop.cluster().connect("primary");
        primary.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        primary.rollback();
        primary.close();
    }

    @Test
    void every_table_is_followed_or_says_why_not() throws SQLException {
        assertThat(texts("""
                select c.relname from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and c.relname <> 'flyway_schema_history'
                   and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'Not followed: %'
                   and (select count(*) from pg_trigger t
                         where t.tgrelid = c.oid and t.tgenabled = 'A'
                           and t.tgname in ('follow_insert', 'follow_update', 'follow_delete', 'follow_truncate')) < 4
                """)).as("tables that nobody follows").isEmpty();
        execute("create table forgotten (id bigint)");
        assertThat(texts("""
                select relname from pg_class where relname = 'forgotten'
                   and not exists (select from pg_trigger where tgrelid = pg_class.oid)
                """)).as("one that would be found").containsExactly("forgotten");
    }

    @Test
    void a_price_and_a_stock_have_tags_of_their_own() throws SQLException {
        execute("update product set price = price + 1, version = version + 1 where id = 5");
        assertThat(notedOfProducts()).containsExactly("price:5");
        execute("update product set stock = stock + 1, version = version + 1 where id = 6");
        assertThat(notedOfProducts()).containsExactly("price:5", "stock:6");
    }

    @Test
    void a_text_touches_the_product_and_the_lists_that_show_it() throws SQLException {
        execute("update product set title = 'Another' where slug = 'moby-dick'");
        assertThat(notedOfProducts())
                .contains("slug:moby-dick")
                .anyMatch(tag -> tag.startsWith("product:"))
                .anyMatch(tag -> tag.startsWith("category:"))
                .hasSize(3);
    }

    @Test
    void who_touches_a_row_without_changing_anything_shown_touches_the_product() throws SQLException {
        execute("update product set version = version + 1 where slug = 'moby-dick'");
        assertThat(noted()).anyMatch(tag -> tag.startsWith("product:"));
    }

    @Test
    void an_update_that_changes_nothing_is_nothing() throws SQLException {
        execute("update product set price = price where id = 5");
        execute("update product set price = 1 where id = -1");
        assertThat(noted()).isEmpty();
    }

    @Test
    void a_product_that_moves_touches_both_categories_and_both_addresses() throws SQLException {
        execute("update product set category_id = 1 where id = 5");
        execute("delete from change where xid = pg_current_xact_id()");

        execute("update product set category_id = 2, slug = 'elsewhere' where id = 5");

        assertThat(notedOfProducts())
                .contains("category:1", "category:2", "product:5", "slug:elsewhere")
                .hasSize(5);
    }

    @Test
    void what_is_new_and_what_goes_touches_lists_and_addresses() throws SQLException {
        execute(BOOK.formatted(1));
        assertThat(notedOfProducts()).contains("slug:book-1", "category:1").hasSize(5);
        execute("delete from change where xid = pg_current_xact_id()");

        execute("delete from product where slug = 'book-1'");
        assertThat(notedOfProducts()).contains("slug:book-1", "category:1").hasSize(5);
    }

    @Test
    void what_goes_along_with_something_else_is_noted() throws SQLException {
        execute(BOOK.formatted(1));
        execute("""
                insert into product_image (product_id, position, media_name, alt)
                select id, 0, (select name from media limit 1), 'Cover' from product where slug = 'book-1'
                """);
        execute("delete from change where xid = pg_current_xact_id()");

        execute("delete from product where slug = 'book-1'");

        assertThat(texts("select tags::text from change where xid = pg_current_xact_id()"))
                .as("the product, and its image by the cascade")
                .hasSize(2);
    }

    @Test
    void an_upsert_is_noted_whether_it_inserts_or_updates() throws SQLException {
        var upsert =
                "insert into category (slug, name) values ('odd', '%s') on conflict (slug) do update set name = excluded.name";
        execute(upsert.formatted("Odd"));
        assertThat(noted()).containsExactly("categories:all");
        execute("delete from change where xid = pg_current_xact_id()");
        execute(upsert.formatted("Even"));
        assertThat(noted()).containsExactly("categories:all");
    }

    @Test
    void a_merge_is_notedOfProducts() throws SQLException {
        execute("""
                merge into product p using (values (5, 3.5)) as offer (id, price) on p.id = offer.id
                 when matched then update set price = offer.price + p.price
                """);
        assertThat(notedOfProducts()).containsExactly("price:5");
    }

    @Test
    void a_copy_is_noted() throws SQLException, IOException {
        primary.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy category (slug, name) from stdin",
                        new ByteArrayInputStream("odd\tOdd\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(noted()).containsExactly("categories:all");
    }

    @Test
    void a_picture_that_is_changed_by_hand_touches_whatever_shows_pictures() throws SQLException {
        execute("update media set width = width + 1 where name = (select min(name) from media)");
        assertThat(noted()).contains("media:changed").hasSize(2);
    }

    @Test
    void a_truncate_touches_everything() throws SQLException {
        execute("truncate product_image");
        assertThat(noted()).containsExactly("*");
    }

    @Test
    void a_statement_over_many_rows_names_the_kinds() throws SQLException {
        execute(BOOK.formatted(2000));
        assertThat(notedOfProducts())
                .containsExactlyInAnyOrder("product:*", "slug:*", "price:*", "stock:*", "category:*");
        execute("delete from change where xid = pg_current_xact_id()");

        execute("update product set price = price + 1 where slug like 'book-%'");
        assertThat(notedOfProducts()).containsExactly("price:*");
    }

    @Test
    void a_change_by_hand_counts_the_version_once() throws SQLException {
        execute("update product set version = 7 where id = 5");
        execute("update product set price = price + 1 where id = 5");
        execute("update product set price = price + 1, version = version + 1 where id = 5");
        execute("update product set price = price where id = 5");
        assertThat(texts("select version from product where id = 5")).containsExactly("9");
    }

    @Test
    void a_temporary_table_of_the_same_name_hides_nothing() throws SQLException {
        execute("create temporary table change (xid xid8 default pg_current_xact_id(), tags text[])");
        execute("update product set price = price + 1 where id = 5");
        assertThat(texts("select tags::text from public.change where xid = pg_current_xact_id()"))
                .anyMatch(tags -> tags.contains("price:5"));
    }

    @Test
    void a_session_that_replicates_is_noted_too() throws SQLException {
        execute("set local session_replication_role = replica");
        execute("update product set price = price + 1 where id = 5");
        assertThat(notedOfProducts()).containsExactly("price:5");
    }

    @Test
    void partitions_are_followed_from_above_and_directly() throws SQLException {
        execute("create table visit (id bigint, day integer) partition by range (day)");
        execute("create table visit_1 partition of visit for values from (0) to (10)");
        execute("create table visit_2 partition of visit for values from (10) to (20)");
        execute("select follow('visit', $$array['visit:' || r.id, 'day:' || r.day]$$)");
        execute("delete from change where xid = pg_current_xact_id()");

        execute("insert into visit values (1, 1)");
        assertThat(noted()).containsExactlyInAnyOrder("visit:1", "day:1");
        execute("insert into visit_2 values (2, 11)");
        assertThat(noted()).contains("visit:2", "day:11");
        execute("update visit set day = 12 where id = 1");
        assertThat(noted()).as("a row that moves between partitions").contains("day:12");
        execute("delete from visit_2 where id = 2");
        execute("truncate visit_1");
        assertThat(noted()).contains("*");
    }

    @Test
    void lists_are_touched_by_what_moves_products_in_them() throws SQLException {
        execute("update product set stock = 7 where id = 5");
        execute("delete from change where xid = pg_current_xact_id()");
        execute("update product set stock = 6 where id = 5");
        assertThat(noted()).as("a sale").containsExactly("stock:5");
        execute("update product set stock = 0 where id = 5");
        assertThat(noted()).as("the last one").containsExactly("available:all", "stock:5");

        execute("delete from change where xid = pg_current_xact_id()");
        execute("update product set price = price + 1 where id = 5");
        var category = texts("select category_id from product where id = 5").get(0);
        assertThat(noted()).containsExactlyInAnyOrder("price:5", "prices:all", "prices:" + category);
    }

    @Test
    void a_review_touches_its_product_its_author_and_all_ratings() throws SQLException {
        execute("insert into review (product_id, member_id, rating, body)"
                + " select 5, (select max(id) from member), 4, 'Text.'");
        var member = "member:" + texts("select max(id) from member").get(0);
        assertThat(noted()).containsExactlyInAnyOrder("review:5", "ratings:all", member);

        execute("delete from change where xid = pg_current_xact_id()");
        execute("update review set body = 'Other text.' where product_id = 5");
        assertThat(noted())
                .as("a text gives no other rating")
                .contains("review:5")
                .doesNotContain("ratings:all");
        execute("update review set hidden = true where product_id = 5");
        assertThat(noted()).contains("review:5", "ratings:all");

        execute("delete from change where xid = pg_current_xact_id()");
        execute("update product_rating set n1 = n1 + 1 where product_id = 5");
        assertThat(noted()).containsExactlyInAnyOrder("review:5", "ratings:all");
    }

    @Test
    void a_name_touches_the_reviews_that_are_signed_with_it() throws SQLException {
        execute("insert into review (product_id, member_id, rating, body)"
                + " select 5, (select max(id) from member), 4, 'Text.'");
        execute("delete from change where xid = pg_current_xact_id()");
        execute("update member set version = version + 1 where id = (select max(id) from member)");
        assertThat(noted()).doesNotContain("names:all");
        execute("update member set name = 'Another' where id = (select max(id) from member)");
        assertThat(noted()).contains("names:all");
    }

    @Test
    void a_connection_without_looks_can_not_change_what_is_shown() throws SQLException {
        execute("set local stoa.unfollowed = on");
        assertThatThrownBy(() -> execute("update product set price = price + 1 where id = 5"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("2F002"));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = primary.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The tags of this transaction, but for those of lists of all products. */
    private List<String> notedOfProducts() throws SQLException {
        return noted().stream()
                .filter(tag -> !tag.matches("(products|prices|available):.*"))
                .toList();
    }

    /** The tags of this transaction. */
    private List<String> noted() throws SQLException {
        return texts("select distinct unnest(tags) from change where xid = pg_current_xact_id() order by 1");
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = primary.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
