package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cluster.process.MemberState;

/** A guest's cart belongs to no clone. */
@ExtendWith(RunningShop.class)
class CartIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_cart_of_three_lines_survives_the_clone_that_served_it() {
        var skus = List.of("BOOK-0001", "BOOK-0002", "BOOK-0003");
        var guest = shop.visitor();
        String served = null;
        for (var sku : skus) {
            var added = guest.form("/cart/items", Map.of("sku", sku, "quantity", "1"));
            assertThat(added.status()).as("%s", added).isEqualTo(303);
            assertThat(added.header("Location")).contains("/cart");
            served = added.node();
        }

        shop.awaitAllServed();
        shop.cluster().kill(served);
        try {
            // The very next request, without any other before it.
            var cart = guest.get("/cart");
            assertThat(cart.status()).as("%s", cart).isEqualTo(200);
            assertThat(cart.node()).isNotEqualTo(served);
            for (var sku : skus) {
                assertThat(cart.body()).contains(sku);
            }
            assertThat(guest.get("/api/v1/cart").json().get("lines")).hasSize(3);
        } finally {
            shop.cluster().start(served);
        }

        var back = served;
        assertThat(shop.cluster().status().clones())
                .filteredOn(clone -> clone.name().equals(back))
                .singleElement()
                .satisfies(clone -> assertThat(clone.state()).isEqualTo(MemberState.RUNNING));
        shop.awaitServed(back);
        assertThat(guest.get("/api/v1/cart").json().get("lines")).hasSize(3);
    }

    @Test
    void a_clone_that_is_stopped_in_good_order_drops_no_request() throws Exception {
        shop.awaitAllServed();
        var failures = new ConcurrentLinkedQueue<String>();
        var running = new AtomicBoolean(true);
        var answers = new AtomicInteger();
        var visitors = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    var visitor = shop.visitor();
                    while (running.get()) {
                        try {
                            var reply = visitor.get("/api/v1/products/" + (n + 1));
                            if (reply.status() != 200) {
                                failures.add(reply.toString());
                            }
                            answers.incrementAndGet();
                        } catch (UncheckedIOException e) {
                            failures.add(e.toString());
                        }
                        // A clone starts meanwhile on the same two cores.
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    }
                }))
                .toList();
        visitors.forEach(Thread::start);
        try {
            shop.cluster().stop("node-2");
            shop.cluster().start("node-2");
        } finally {
            running.set(false);
            for (var visitor : visitors) {
                visitor.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(answers.get()).isGreaterThan(100);
    }
}
