package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.ear.Patience.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.Media;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.ProductChange;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.ProductQuery;
import org.stoa.catalogue.ProductSort;
import org.stoa.catalogue.ProductStatus;
import org.stoa.catalogue.Products;
import org.stoa.data.PrimaryStatements;
import org.stoa.data.Reader;
import org.stoa.data.Reads;
import org.stoa.money.Money;

/** Inside a clone that runs the shipped EAR on a primary and a replica. */
@ExtendWith(ArquillianExtension.class)
class OneCloneIT {
    private static final ProductChange NOTHING = new ProductChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    private static final Money CENT = Money.euros(new BigDecimal("0.01"));

    @Inject
    private Catalogue catalogue;

    @Inject
    private Media media;

    @Inject
    private Products products;

    @Inject
    private Reads reads;

    @Inject
    private PrimaryStatements statements;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.with(OneCloneIT.class, PricedProduct.class);
    }

    @Test
    void what_is_shown_is_read_from_a_replica() {
        assertThat(reads.<Boolean>read(OneCloneIT::isReplica)).isTrue();
    }

    @Test
    void what_is_written_goes_to_the_primary() throws Exception {
        transaction.begin();
        try {
            assertThat(primary.createNativeQuery("select pg_is_in_recovery()", Boolean.class)
                            .getSingleResult())
                    .isEqualTo(false);
        } finally {
            transaction.rollback();
        }
        assertThat(reads.<Boolean>readPrimary(OneCloneIT::isReplica)).isFalse();
    }

    @Test
    void the_primary_is_written_in_transactions_only() {
        assertThatThrownBy(() -> primary.createNativeQuery("select 1").getSingleResult())
                .hasStackTraceContaining("The primary is written in transactions only");
    }

    @Test
    void statements_without_a_look_can_not_change_what_is_shown() {
        assertThatThrownBy(() -> statements.run(connection -> {
                    try (var update = connection.createStatement()) {
                        return update.executeUpdate("update category set name = name || '!'");
                    }
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("may not change what is shown");
    }

    @Test
    void reads_of_the_primary_can_not_write() {
        assertThatThrownBy(() -> reads.readPrimary(
                        session -> session.createNativeMutationQuery("update category set name = name || '!'")
                                .executeUpdate()))
                .hasStackTraceContaining("read-only transaction");
        // A server that takes no writes counts as one that is no primary any more, until it is asked again.
        await(this::primaryAnswers, answers -> answers);
    }

    private boolean primaryAnswers() {
        try {
            return !reads.<Boolean>readPrimary(OneCloneIT::isReplica);
        } catch (Refusal e) {
            return false;
        }
    }

    @Test
    void who_writes_is_shown_it_at_once_wherever_he_reads() {
        var product = anyProduct();
        for (int i = 0; i < 50; i++) {
            try (var reader = Reader.begin(List.of(), Optional.empty())) {
                var before = PricedProduct.of(reads, product.id());
                products.change(
                        product.id(), before.version(), price(before.price().plus(CENT)));

                assertThat(reader.wrote()).isPresent();
                assertThat(catalogue.product(product.id()).orElseThrow().version())
                        .isEqualTo(before.version() + 1);
            }
        }
    }

    @Test
    void who_does_not_learn_what_became_of_his_commit_is_in_doubt() throws Exception {
        var product = anyProduct();
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            transaction.begin();
            int session = (Integer) primary.createNativeQuery(
                            "select pg_backend_pid() from product where id = "
                                    + product.id().value() + " for update",
                            Integer.class)
                    .getSingleResult();
            end(session);

            assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);

            assertThat(reader.isDoubtful()).isTrue();
            assertThat(reader.wrote()).isEmpty();
            assertThat(reads.<Boolean>read(OneCloneIT::isReplica))
                    .as("read on the primary")
                    .isFalse();
        }
    }

    private void end(int session) throws SQLException {
        statements.run(connection -> {
            try (var end = connection.createStatement()) {
                return end.execute("select pg_terminate_backend(" + session + ")");
            }
        });
        await(() -> isThere(session), there -> !there);
    }

    private boolean isThere(int session) {
        return reads.readPrimary(connection -> connection
                        .createNativeQuery("select count(*) from pg_stat_activity where pid = " + session, Long.class)
                        .getSingleResult()
                > 0);
    }

    @Test
    void who_was_refused_has_written_nothing() {
        var product = anyProduct();
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            assertThatThrownBy(() -> products.change(product.id(), product.version() + 1000, price(CENT)))
                    .isInstanceOf(Refusal.class);

            assertThat(reader.wrote()).isEmpty();
            assertThat(reader.isDoubtful()).isFalse();
        }
    }

    @Test
    void a_worker_loads_the_demo_shop() {
        var page = await(
                () -> catalogue.products(query(ProductSort.TITLE, 100)),
                found -> found.items().size() == 100);
        assertThat(page.next()).isPresent();
        assertThat(catalogue.categories()).hasSizeGreaterThan(3);
        var cover = page.items().get(0).image().orElseThrow();
        assertThat(media.file(cover.name()).orElseThrow().contentType()).isEqualTo("image/svg+xml");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_in_every_order() {
        anyProduct();
        // Other tests leave theirs.
        int active = reads.readPrimary(session -> session.createNativeQuery(
                                "select count(*) from product where status = 'ACTIVE'", Long.class)
                        .getSingleResult())
                .intValue();
        assertThat(active).isGreaterThanOrEqualTo(240);
        for (var sort : ProductSort.values()) {
            var seen = new LinkedHashSet<ProductId>();
            var cursor = Optional.<String>empty();
            do {
                var page = catalogue.products(new ProductQuery(Optional.empty(), sort, cursor, 37));
                page.items().forEach(card -> assertThat(seen.add(card.id()))
                        .as("%s twice in order %s", card.slug(), sort)
                        .isTrue());
                cursor = page.next();
            } while (cursor.isPresent());
            assertThat(seen).as("products in order %s", sort).hasSize(active);
        }
    }

    @Test
    void a_change_reaches_the_replica_and_counts_the_version() {
        var product = anyProduct();
        var before = PricedProduct.of(reads, product.id());
        var price = Money.euros(before.price().amount().add(BigDecimal.ONE));

        products.change(product.id(), before.version(), price(price));

        var after = await(() -> catalogue.product(product.id()).orElseThrow(), found -> found.price()
                .equals(price));
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void a_change_made_for_an_older_version_is_refused() {
        var product = anyProduct();
        var before = PricedProduct.of(reads, product.id());
        products.change(product.id(), before.version(), price(Money.euros(new BigDecimal("7.77"))));

        assertThatThrownBy(() ->
                        products.change(product.id(), before.version(), price(Money.euros(new BigDecimal("6.66")))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
        assertThat(PricedProduct.of(reads, product.id()).price().amount()).isEqualByComparingTo("7.77");
    }

    @Test
    void a_change_of_what_is_not_there_is_refused() {
        anyProduct();
        assertThatThrownBy(() -> products.change(new ProductId(Long.MAX_VALUE), 0, NOTHING))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void a_draft_is_not_in_the_catalogue() {
        var product = anyProduct();
        long version = PricedProduct.of(reads, product.id()).version();
        products.change(product.id(), version, status(ProductStatus.DRAFT));
        await(() -> catalogue.product(product.slug()), Optional::isEmpty);
        assertThat(catalogue.product(product.id())).isEmpty();

        products.change(product.id(), version + 1, status(ProductStatus.ACTIVE));
        await(() -> catalogue.product(product.slug()), Optional::isPresent);
    }

    private static ProductChange status(ProductStatus status) {
        return new ProductChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status), Map.of());
    }

    private static ProductChange price(Money price) {
        return new ProductChange(
                Optional.empty(), Optional.empty(), Optional.of(price), Optional.empty(), Optional.empty(), Map.of());
    }

    private ProductCard anyProduct() {
        return await(() -> catalogue.products(query(ProductSort.NEWEST, 1)), page -> !page.items()
                        .isEmpty())
                .items()
                .get(0);
    }

    private static ProductQuery query(ProductSort sort, int limit) {
        return new ProductQuery(Optional.empty(), sort, Optional.empty(), limit);
    }

    private static Boolean isReplica(StatelessSession session) {
        return session.createNativeQuery("select pg_is_in_recovery()", Boolean.class)
                .getSingleResult();
    }
}
