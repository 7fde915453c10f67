package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.ear.Patience.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cache.Caches;
import org.stoa.cache.QueryKey;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.ProductView;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Reader;
import org.stoa.review.ReviewPage;
import org.stoa.review.ReviewQuery;
import org.stoa.review.ReviewViews;

/** That a product read by its document is the product, inside a clone that runs the shipped EAR on a primary and a replica. */
@ExtendWith(ArquillianExtension.class)
class ProductDocumentsIT {
    /** What is shown of a product on its own page. */
    private record Shown(Optional<ProductView> product, ReviewPage reviews) {}

    @Inject
    private Catalogue catalogue;

    @Inject
    private ReviewViews reviews;

    @Inject
    private Caches caches;

    @Inject
    private ChangeFeed feed;

    /** A pool after whose commits nobody looks. */
    @Resource(lookup = "java:jboss/datasources/StoaMigrations")
    private DataSource hand;

    private ProductId product;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.with(ProductDocumentsIT.class);
    }

    @BeforeEach
    void documents_of_the_demo_shop() throws SQLException {
        await(() -> longs("select 1 from demo_shop"), loaded -> !loaded.isEmpty());
        product = new ProductId(longs("select min(product_id) from review").get(0));
        awaitDocuments();
    }

    @AfterEach
    void documents_are_made_again() throws SQLException {
        byHand("insert into documents_outdated default values");
        awaitDocuments();
        assertThat(longs("select product_id from product_document_wrong")).isEmpty();
    }

    @Test
    void by_its_document_every_product_is_what_it_is_without() throws Exception {
        byHand("update product set status = 'RETIRED' where id = (select max(id) from product)");
        awaitDocuments();
        var ids = longs("select id from product");
        assertThat(longs("select product_id from product_document order by 1"))
                .isEqualTo(longs("select id from product where status <> 'DRAFT' order by 1"));
        var byDocuments = shown(ids);

        assertThat(whileNoneCanBeMade(() -> {
                    byHand("insert into documents_outdated default values");
                    return shown(ids);
                }))
                .isEqualTo(byDocuments);
        assertThat(byDocuments).hasSizeGreaterThan(100);
        assertThat(byDocuments.values())
                .anySatisfy(shown -> assertThat(shown.reviews().next()).isPresent());
    }

    @Test
    void a_clone_of_another_version_that_makes_other_documents_changes_nothing() throws Exception {
        var ids = longs("select id from product");
        var before = shown(ids);
        var view = text("select pg_get_viewdef('product_document_now'::regclass)");
        var other = view.replace("(1)::smallint AS form", "(2)::smallint AS form")
                .replace("'title'::text", "'heading'::text");
        assertThat(other).isNotEqualTo(view);
        try {
            byHand("create or replace view product_document_now as " + other);
            assertThat(shown(ids)).as("while its own are left").isEqualTo(before);
            byHand("insert into documents_outdated default values");
            awaitDocuments();
            assertThat(longs("select product_id from product_document where form <> 2"))
                    .isEmpty();
            assertThat(shown(ids)).isEqualTo(before);
        } finally {
            byHand("create or replace view product_document_now as " + view);
        }
    }

    @Test
    void a_product_is_read_by_its_document_with_its_newest_reviews() throws SQLException {
        write("'{product,title}', '\"Of the document\"'");
        write("'{reviews,newest,0,text}', '\"Of the document\"'");

        assertThat(title()).isEqualTo("Of the document");
        assertThat(caches.objects().peek(QueryKey.of("reviews", List.of(newest())), Reader.current()))
                .as("kept before anybody asks")
                .isPresent();
        assertThat(reviews.page(newest()).items().get(0).text()).isEqualTo("Of the document");
    }

    @Test
    void what_is_not_there_yet_is_read_without() throws SQLException {
        byHand("delete from product_document where product_id = " + product.value());

        assertThat(title()).isEqualTo(text("select title from product where id = " + product.value()));
    }

    @Test
    void who_changes_something_sees_it_before_its_document_is_made() throws Exception {
        write("'{product,title}', '\"Of the document\"'");
        var title = "Changed " + UUID.randomUUID();
        assertThat(whileNoneCanBeMade(() -> {
                    byHand("update product set title = '%s' where id = %d".formatted(title, product.value()));
                    return title();
                }))
                .isEqualTo(title);
        awaitDocuments();
        assertThat(title()).isEqualTo(title);
    }

    private Map<Long, Shown> shown(List<Long> ids) throws SQLException {
        changedEverything();
        var found = new HashMap<Long, Shown>();
        for (var id : ids) {
            var key = new ProductId(id);
            found.put(id, new Shown(catalogue.product(key), reviews.page(ReviewQuery.newest(key, ReviewViews.NEWEST))));
        }
        return found;
    }

    private String title() throws SQLException {
        changedEverything();
        return catalogue.product(product).orElseThrow().title();
    }

    private <T> T whileNoneCanBeMade(Callable<T> work) throws Exception {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table product_document in share mode");
            var result = work.call();
            connection.rollback();
            return result;
        }
    }

    private ReviewQuery newest() {
        return ReviewQuery.newest(product, ReviewViews.NEWEST);
    }

    /** Puts something into the document that the product has not. */
    private void write(String pathAndValue) throws SQLException {
        byHand("update product_document set body = jsonb_set(body, %s) where product_id = %d"
                .formatted(pathAndValue, product.value()));
    }

    /** Whatever is kept is not fresh any more. */
    private void changedEverything() throws SQLException {
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            byHand("select note_changes(array['*'])");
            feed.lookFor(reader);
        }
    }

    private void awaitDocuments() {
        await(
                () -> longs("select product_id from product_outdated union all select 0 from documents_outdated"),
                List::isEmpty);
    }

    private String text(String query) throws SQLException {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private List<Long> longs(String query) throws SQLException {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }

    /** Past the shop, as by psql. */
    private void byHand(String sql) throws SQLException {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
