package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.ear.Patience.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cache.BatchLoad;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.ProductChange;
import org.stoa.catalogue.ProductQuery;
import org.stoa.catalogue.ProductSort;
import org.stoa.catalogue.Products;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Dependencies;
import org.stoa.data.Reader;
import org.stoa.data.Reads;
import org.stoa.money.Money;

/** What is kept can't lie: inside a clone that runs the shipped EAR on a primary and a replica. */
@ExtendWith(ArquillianExtension.class)
class CachesIT {
    private static final int READERS = 8;

    @Inject
    private Caches caches;

    @Inject
    private ChangeFeed feed;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Products products;

    @Inject
    private Reads reads;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    private final AtomicInteger loads = new AtomicInteger();
    private final String key = "test:" + UUID.randomUUID();
    private FreshCache<BigDecimal> prices;
    private ProductCard product;
    private Reader reader;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.with(CachesIT.class, PricedProduct.class);
    }

    @BeforeEach
    void findProduct() {
        prices = caches.objects();
        product = await(
                        () -> catalogue.products(
                                new ProductQuery(Optional.empty(), ProductSort.NEWEST, Optional.empty(), 1)),
                        page -> !page.items().isEmpty())
                .items()
                .get(0);
    }

    @Test
    void what_does_not_change_is_made_once() {
        for (int n = 0; n < 5; n++) {
            assertThat(prices.get(key, this::load)).isEqualByComparingTo(price());
        }
        assertThat(loads).hasValue(1);
        assertThat(prices.peek(key, Reader.current())).isPresent();
    }

    @Test
    void a_hit_goes_past_the_proxies_of_beans() {
        assertThat(feed.getClass()).isNotEqualTo(ChangeFeed.class);
        assertThat(feed.direct().bean().getClass()).isEqualTo(ChangeFeed.class);
    }

    @Test
    void who_wrote_is_never_shown_what_was_kept_before() {
        for (int n = 0; n < 20; n++) {
            try (var writer = Reader.begin(List.of(), Optional.empty())) {
                reader = writer;
                prices.get(key, this::load);
                var next = raise();
                assertThat(prices.get(key, this::load)).isEqualByComparingTo(next);
                assertThat(catalogue
                                .product(product.slug())
                                .orElseThrow()
                                .price()
                                .amount())
                        .isEqualByComparingTo(next);
            }
        }
        assertThat(loads.get()).as("a load for each change").isLessThanOrEqualTo(21);
    }

    @Test
    void what_is_made_of_parts_changes_with_each_of_them() {
        FreshCache<String> sentences = caches.objects();
        Supplier<String> sentence = () -> "It costs "
                + catalogue.product(product.id()).orElseThrow().price().amount();
        try (var writer = Reader.begin(List.of(), Optional.empty())) {
            reader = writer;
            assertThat(sentences.get(key, sentence)).endsWith(price().toString());
            var next = raise();
            assertThat(sentences.get(key, sentence)).endsWith(next.toString());
        }
    }

    @Test
    void a_write_that_is_rolled_back_is_never_seen() throws Exception {
        var before = price();
        transaction.begin();
        try {
            primary.createNativeQuery("update product set price = price + 100 where id = :id")
                    .setParameter("id", product.id().value())
                    .executeUpdate();
            assertThat(prices.get(key, this::load))
                    .as("made outside of the transaction of whoever asks")
                    .isEqualByComparingTo(before);
        } finally {
            transaction.rollback();
        }
        assertThat(prices.get(key, this::load)).isEqualByComparingTo(before);
    }

    @Test
    void what_was_read_in_a_transaction_is_not_kept() throws Exception {
        Supplier<BigDecimal> inTransaction = () -> {
            loads.incrementAndGet();
            return (BigDecimal) primary.createNativeQuery("select price from product where id = :id", BigDecimal.class)
                    .setParameter("id", product.id().value())
                    .getSingleResult();
        };
        transaction.begin();
        try {
            prices.get(key, inTransaction);
            prices.get(key, inTransaction);
        } finally {
            transaction.rollback();
        }
        assertThat(loads).hasValue(2);
        assertThat(prices.peek(key, Reader.current())).isEmpty();
    }

    @Test
    void what_does_not_name_what_it_depends_on_is_not_kept_nor_what_it_is_a_part_of() {
        for (int n = 0; n < 2; n++) {
            prices.get(
                    key,
                    () -> prices.get(key + ":part", () -> {
                        loads.incrementAndGet();
                        return reads.read(session -> BigDecimal.ONE);
                    }));
        }
        assertThat(loads).hasValue(2);
    }

    @Test
    void several_at_once_that_do_not_name_what_they_depend_on_make_nothing_that_is_kept() {
        var parts = Set.of(key + ":1", key + ":2");
        var batch = new BatchLoad<BigDecimal>() {
            @Override
            public Map<String, BigDecimal> load(Set<String> keys) {
                load();
                return reads.read(
                        session -> keys.stream().collect(Collectors.toMap(Function.identity(), part -> price())));
            }

            @Override
            public Set<String> tags(String part) {
                return Set.of("price:" + product.id().value());
            }

            private void load() {
                loads.incrementAndGet();
            }
        };
        for (int n = 0; n < 2; n++) {
            prices.get(key, () -> prices.getAll(parts, batch).get(key + ":1"));
        }
        assertThat(loads).hasValue(2);
        assertThat(prices.peek(key, Reader.current())).isEmpty();
    }

    @Test
    void of_several_those_are_made_that_are_missing() {
        var made = new ArrayList<Set<String>>();
        var batch = new BatchLoad<BigDecimal>() {
            @Override
            public Map<String, BigDecimal> load(Set<String> keys) {
                made.add(keys);
                var price = CachesIT.this.load();
                return keys.stream().collect(Collectors.toMap(Function.identity(), part -> price));
            }

            @Override
            public Set<String> tags(String part) {
                return Set.of("price:" + product.id().value());
            }
        };
        prices.getAll(Set.of(key + ":1", key + ":2"), batch);
        assertThat(prices.getAll(List.of(key + ":1", key + ":2", key + ":3"), batch))
                .hasSize(3);
        assertThat(made).containsExactly(Set.of(key + ":1", key + ":2"), Set.of(key + ":3"));
    }

    @Test
    void what_failed_is_not_kept_nor_what_went_on_without_it() {
        Supplier<BigDecimal> withoutPart = () -> {
            load();
            try {
                prices.get(key + ":part", () -> {
                    throw new IllegalStateException("fails");
                });
            } catch (IllegalStateException e) {
                return BigDecimal.ZERO;
            }
            return BigDecimal.ONE;
        };
        assertThatThrownBy(() -> prices.get(key, () -> {
                    throw new IllegalStateException("fails");
                }))
                .hasMessage("fails");
        assertThat(prices.get(key, withoutPart)).isZero();
        assertThat(prices.get(key, this::load)).isEqualByComparingTo(price());
    }

    @Test
    void what_is_absent_is_kept_until_it_comes() throws Exception {
        var slug = "comes-later-" + UUID.randomUUID();
        assertThat(catalogue.product(slug)).isEmpty();
        try (var writer = Reader.begin(List.of(), Optional.empty())) {
            renamed(slug);
            assertThat(writer.wrote()).isPresent();
            assertThat(catalogue.product(slug)).isPresent();
            assertThat(catalogue.product(product.slug())).isEmpty();
            renamed(product.slug());
            assertThat(catalogue.product(slug)).isEmpty();
            assertThat(catalogue.product(product.slug())).isPresent();
        }
    }

    private void renamed(String slug) throws Exception {
        transaction.begin();
        primary.createNativeQuery("update product set slug = :slug where id = :id")
                .setParameter("slug", slug)
                .setParameter("id", product.id().value())
                .executeUpdate();
        transaction.commit();
    }

    @Test
    void what_is_right_for_a_time_ends_with_it() {
        FreshCache<Instant> times = caches.objects();
        Supplier<Instant> ended = () -> {
            load();
            Dependencies.current().orElseThrow().until(Instant.now());
            return Instant.now();
        };
        times.get(key, ended);
        times.get(key, ended);
        assertThat(loads).hasValue(2);
    }

    @Test
    void however_many_wait_it_is_made_once() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Supplier<BigDecimal> slow = () -> {
            begun.countDown();
            try {
                assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return load();
        };
        var threads = Executors.newFixedThreadPool(READERS);
        try {
            var readers = new ArrayList<Future<BigDecimal>>();
            readers.add(threads.submit(() -> prices.get(key, slow)));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            for (int n = 1; n < READERS; n++) {
                readers.add(threads.submit(() -> prices.get(key, slow)));
            }
            go.countDown();
            for (var each : readers) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isEqualByComparingTo(price());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_change_by_hand_is_seen_within_a_moment() throws Exception {
        prices.get(key, this::load);
        var next = price().add(BigDecimal.TEN);
        transaction.begin();
        primary.createNativeQuery("update product set price = :price where id = :id")
                .setParameter("price", next)
                .setParameter("id", product.id().value())
                .executeUpdate();
        transaction.commit();
        await(() -> prices.get(key, this::load), shown -> shown.compareTo(next) == 0);
    }

    /** Reads the price as a page would. */
    private BigDecimal load() {
        loads.incrementAndGet();
        return reads.read(Set.of("price:" + product.id().value()), session -> session.createNativeQuery(
                        "select price from product where id = :id", BigDecimal.class)
                .setParameter("id", product.id().value())
                .getSingleResult());
    }

    private BigDecimal price() {
        return PricedProduct.of(reads, product.id()).price().amount();
    }

    /** Changes the price as the staff does. */
    private BigDecimal raise() {
        var before = PricedProduct.of(reads, product.id());
        var next = before.price().plus(Money.euros(new BigDecimal("0.01")));
        products.change(
                product.id(),
                before.version(),
                new ProductChange(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(next),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
        assertThat(reader.wrote()).isPresent();
        return next.amount();
    }
}
