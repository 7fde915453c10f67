package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guest with two tabs. */
@ExtendWith(RunningShop.class)
class ParallelCartIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void nothing_is_lost_when_two_requests_of_one_guest_come_at_once() {
        var guest = shop.visitor();
        add(guest, 1);
        for (int n = 2; n <= 30; n += 2) {
            int first = n;
            Shop.atOnce(2, i -> add(guest, first + i));
        }
        long inStock =
                IntStream.rangeClosed(1, 31).filter(ParallelCartIT::isInStock).count();
        assertThat(guest.get("/api/v1/cart").json().get("lines")).hasSize((int) inStock);
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
