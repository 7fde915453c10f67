package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests of one guest wait for each other, but so many only that others still find a thread. */
@ExtendWith(RunningShop.class)
class BusySessionIT {
    private static final int AT_ONCE = 20;
    private static final int WAITING = 12;

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void twelve_requests_of_a_guest_wait_for_a_slow_one_and_more_are_told_to_come_again() throws IOException {
        var guest = shop.visitor().at(shop.url("node-1"));
        var begun = guest.form("/cart/items", Map.of("sku", "BOOK-0007", "quantity", "1"));
        assertThat(begun.status()).as("%s", begun).isEqualTo(303);
        var cookie = "JSESSIONID=" + guest.cookie("JSESSIONID");

        var answered = new ConcurrentLinkedQueue<Visitor.Reply>();
        var refused = new ConcurrentLinkedQueue<Visitor.Reply>();
        var refusals = new AtomicInteger();
        var slowStatus = new AtomicInteger();
        try (var slow = new SlowForm(shop.url("node-1"), "/cart/items", cookie, "sku=BOOK-0008&quantity=1")) {
            Shop.atOnce(AT_ONCE, n -> {
                var reply = guest.get("/api/v1/cart");
                if (reply.status() == 200) {
                    answered.add(reply);
                    return;
                }
                refused.add(reply);
                if (refusals.incrementAndGet() == AT_ONCE - WAITING) {
                    assertThat(shop.visitor()
                                    .at(shop.url("node-1"))
                                    .get("/cart")
                                    .status())
                            .as("another guest")
                            .isEqualTo(200);
                    slowStatus.set(slow.finish());
                }
            });
        }

        assertThat(refused).hasSize(AT_ONCE - WAITING).allSatisfy(reply -> {
            assertThat(reply.status()).as("%s", reply).isEqualTo(503);
            assertThat(reply.header("Retry-After")).as("%s", reply).matches("\\d+");
            assertThat(reply.header("Content-Type")).as("%s", reply).startsWith("application/problem+json");
        });
        assertThat(answered)
                .hasSize(WAITING)
                .allSatisfy(reply ->
                        assertThat(reply.json().get("lines")).as("%s", reply).hasSize(2));
        assertThat(guest.get("/api/v1/cart").status()).isEqualTo(200);
    }
}
