package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a guest was told is in the cart is there: when many of his requests come at once, and on every clone. */
@ExtendWith(RunningShop.class)
class ParallelCartIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void nothing_is_lost_when_requests_of_one_guest_come_at_once() {
        for (int round = 0; round < 5; round++) {
            var guest = shop.visitor();
            add(guest, 1);
            Shop.atOnce(12, n -> add(guest, n + 2));
            long inStock = IntStream.rangeClosed(1, 13)
                    .filter(ParallelCartIT::isInStock)
                    .count();
            assertThat(guest.get("/api/v1/cart").json().get("lines")).hasSize((int) inStock);
        }
    }

    @Test
    void what_one_clone_has_answered_the_other_knows() {
        var guest = shop.visitor();
        add(guest, 1);
        var clones = List.of(guest.at(shop.url("node-1")), guest.at(shop.url("node-2")));
        for (int quantity = 1; quantity <= 200; quantity++) {
            var changed = clones.get(quantity % 2)
                    .json("PUT", "/api/v1/cart/items/BOOK-0001", "{\"quantity\": %d}".formatted(quantity % 3 + 1));
            assertThat(changed.status()).as("%s", changed).isEqualTo(200);
            // The very next thing after the answer, as if the clone that gave it were gone.
            var seen = clones.get((quantity + 1) % 2).get("/api/v1/cart").json().get("lines");
            assertThat(seen).as("change %d", quantity).hasSize(1);
            assertThat(seen.get(0).get("quantity").asInt())
                    .as("change %d", quantity)
                    .isEqualTo(quantity % 3 + 1);
        }
    }

    private static void add(Visitor guest, int number) {
        var added =
                guest.json("POST", "/api/v1/cart/items", "{\"sku\": \"BOOK-%04d\", \"quantity\": 1}".formatted(number));
        assertThat(added.status()).as("%s", added).isEqualTo(isInStock(number) ? 200 : 409);
    }

    private static boolean isInStock(int number) {
        return shop.visitor()
                        .get("/api/v1/products/" + number)
                        .json()
                        .get("stock")
                        .asInt()
                > 0;
    }
}
