package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Database servers go and come back; the shop says what it can't do, does the rest, and recovers by itself. */
@ExtendWith(RunningShop.class)
class DatabaseFaultsIT {
    private static final String PRODUCT = "/api/v1/products/5";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "stop", "pause"})
    void without_the_replica_reads_go_to_the_primary_and_back_when_it_returns(String fault) {
        Shop.await("the replica serves", () -> isReadBy("replica-1"));

        fillPools();
        breakIt("replica-1", fault);
        try {
            assertAnswersSoon(shop.visitor(), "/search?q=" + UUID.randomUUID());
            assertThat(shop.visitor().get(PRODUCT).has("Stoa-Degraded")).isFalse();
            Shop.await("the primary serves", () -> isReadBy("primary"));
        } finally {
            heal("replica-1", fault);
        }

        Shop.await("the replica serves again", () -> isReadBy("replica-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "stop", "pause"})
    void without_the_primary_the_shop_can_be_read_and_says_so(String fault) {
        var guest = shop.visitor();
        guest.form("/cart/items", Map.of("sku", "BOOK-0001", "quantity", "1"));
        var before = shop.staff().get(PRODUCT);
        var patch = "{\"stock\": %d}".formatted(before.json().get("stock").asInt() + 1);

        fillPools();
        breakIt("primary", fault);
        try {
            Shop.await("both clones say that the shop is degraded", () -> isDegraded("node-1") && isDegraded("node-2"));
            for (var path : new String[] {"/", "/categories/fiction", "/products/moby-dick", "/cart", PRODUCT}) {
                // What is kept is right, and not marked, until the last look is too old to be trusted.
                Shop.await(path + " says that the shop is degraded", () -> {
                    var page = guest.get(path);
                    assertThat(page.status()).as("%s", page).isEqualTo(200);
                    return page.header("Stoa-Degraded").equals("primary");
                });
            }
            assertThat(shop.visitor()
                            .get("/products/moby-dick")
                            .page()
                            .select("[role=status]")
                            .text())
                    .isNotBlank();

            assertThat(guest.form("/cart/items", Map.of("sku", "BOOK-0002", "quantity", "1"))
                            .status())
                    .isEqualTo(303);
            assertThat(guest.get("/api/v1/cart").json().get("lines")).hasSize(2);

            var refused = shop.staff().json("PATCH", PRODUCT, patch, "If-Match", before.header("ETag"));
            assertThat(refused.status()).as("%s", refused).isEqualTo(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("Retry-After")).matches("\\d+");
        } finally {
            heal("primary", fault);
        }

        Shop.await("the shop is whole again", () -> !isDegraded("node-1") && !isDegraded("node-2"));
        Shop.await("products can be changed again", () -> {
            var product = shop.staff().get(PRODUCT);
            if (product.has("Stoa-Degraded")) {
                return false;
            }
            var changed = shop.staff().json("PATCH", PRODUCT, patch, "If-Match", product.header("ETag"));
            // What is not marked is not old, so nobody has changed it since.
            assertThat(changed.status()).as("%s", changed).isIn(200, 503);
            return changed.status() == 200;
        });
    }

    /** So that there are idle connections to a server that is about to go. */
    private static void fillPools() {
        Shop.atOnce(40, n -> {
            var visitor = new Visitor(shop.url(n % 2 == 0 ? "node-1" : "node-2"));
            assertThat(visitor.get(nobodyAskedFor()).status()).isEqualTo(404);
        });
    }

    /** A product that there is not, so that no cache knows of it. */
    private static String nobodyAskedFor() {
        return "/api/v1/products/" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 1_000_000_000_000L);
    }

    /** Within the time that one connection to a frozen server takes to be given up, and a generous margin. */
    private static void assertAnswersSoon(Visitor visitor, String path) {
        long start = System.nanoTime();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    /** The next read of a product by each clone is counted by that server and by no other. */
    private static boolean isReadBy(String server) throws SQLException {
        long before = scans(server);
        for (int i = 0; i < 5; i++) {
            assertThat(new Visitor(shop.url("node-1")).get(nobodyAskedFor()).status())
                    .isEqualTo(404);
            assertThat(new Visitor(shop.url("node-2")).get(nobodyAskedFor()).status())
                    .isEqualTo(404);
        }
        // PostgreSQL publishes its counters with some delay, at most a second after the statement.
        for (int i = 0; i < 30; i++) {
            if (scans(server) >= before + 10) {
                return true;
            }
            sleep();
        }
        return false;
    }

    private static long scans(String server) throws SQLException {
        try (var connection = shop.cluster().connect(server);
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "select idx_scan from pg_stat_user_indexes where indexrelname = 'product_pkey'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static boolean isDegraded(String node) {
        return new Visitor(shop.url(node)).get("/api/v1/cart").has("Stoa-Degraded");
    }

    private static void breakIt(String server, String fault) {
        switch (fault) {
            case "kill" -> shop.cluster().kill(server);
            case "stop" -> shop.cluster().stop(server);
            case "pause" -> shop.cluster().pause(server);
            default -> throw new IllegalArgumentException(fault);
        }
    }

    private static void heal(String server, String fault) {
        if (fault.equals("pause")) {
            shop.cluster().resume(server);
        } else {
            shop.cluster().start(server);
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
