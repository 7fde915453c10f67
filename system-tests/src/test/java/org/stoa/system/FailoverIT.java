package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MemberState;

/** The shop when its primary is replaced, and when a clone is cut off. */
@ExtendWith(RunningShop.class)
class FailoverIT {
    private static final String PRODUCT = "/api/v1/products/1";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void after_a_promotion_and_after_another_the_shop_writes_again() {
        for (var promotion = 1; promotion <= 2; promotion++) {
            shop.cluster().promote(System.out::println);

            awaitChange(shop.staff());
            awaitWhole();
        }
    }

    /** The clones have noticed that the primary is there, and the replica follows it. */
    private static void awaitWhole() {
        Shop.await("the shop is whole", () -> !isDegraded("node-1") && !isDegraded("node-2"));
        Shop.await("the replica follows", () -> {
            var replica = shop.cluster().status().replicas().get(0);
            return replica.state() == MemberState.RUNNING && Long.valueOf(0).equals(replica.lagBytes());
        });
    }

    @Test
    void a_clone_that_is_cut_off_reads_the_others_write_and_healed_it_belongs_to_them_again() {
        cut("node-1");
        try {
            Shop.await("it knows that it is without the primary", () -> isDegraded("node-1"));
            assertThat(isCut("node-1")).isTrue();
            assertThat(isCut("node-2")).isFalse();
            var alone = new Visitor(shop.url("node-1"));
            assertThat(alone.get("/products/moby-dick").status()).isEqualTo(200);
            assertThat(change(staff("node-1"))).isEqualTo(503);

            assertThat(isDegraded("node-2")).isFalse();
            awaitChange(staff("node-2"));
        } finally {
            shop.cluster().heal("node-1");
        }

        assertThat(isCut("node-1")).isFalse();
        awaitWhole();
        awaitChange(staff("node-1"));
        Shop.await("they share sessions again", FailoverIT::shareSessions);
    }

    private static void cut(String node) {
        try {
            shop.cluster().cut(node);
        } catch (LaunchFailure e) {
            Assumptions.assumeTrue(System.getenv("STOA_REQUIRE_CUT") != null, e.getMessage());
            throw e;
        }
    }

    private static boolean isCut(String node) {
        return shop.cluster().status().clones().stream()
                .anyMatch(clone -> clone.name().equals(node) && clone.cut());
    }

    /** Whether each clone knows a cart that was begun at the other. */
    private static boolean shareSessions() {
        return seesCartOf("node-1", "node-2") && seesCartOf("node-2", "node-1");
    }

    private static boolean seesCartOf(String here, String there) {
        var guest = new Visitor(shop.url(there));
        if (guest.form("/cart/items", Map.of("sku", "BOOK-0001", "quantity", "1"))
                        .status()
                != 303) {
            return false;
        }
        var cart = guest.at(shop.url(here)).get("/api/v1/cart");
        return cart.status() == 200 && cart.json().get("lines").size() == 1;
    }

    @Test
    void what_is_no_clone_of_this_shop_is_not_cut_off() {
        assertThatThrownBy(() -> shop.cluster().cut("node-6"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("not running");
        assertThatThrownBy(() -> shop.cluster().heal("node-6"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("there is no node-6");
        assertThatThrownBy(() -> shop.cluster().cut("primary")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void awaitChange(Visitor staff) {
        Shop.await("a product can be changed", () -> change(staff) == 200);
    }

    private static int change(Visitor staff) {
        var before = staff.get(PRODUCT);
        if (before.status() != 200) {
            return before.status();
        }
        var patch = "{\"stock\": %d}".formatted(before.json().get("stock").asInt() + 1);
        return staff.json("PATCH", PRODUCT, patch, "If-Match", before.header("ETag"))
                .status();
    }

    private static Visitor staff(String node) {
        return new Visitor(shop.url(node))
                .with("Authorization", "Bearer " + shop.cluster().staffToken());
    }

    private static boolean isDegraded(String node) {
        return new Visitor(shop.url(node)).get("/api/v1/cart").has("Stoa-Degraded");
    }
}
