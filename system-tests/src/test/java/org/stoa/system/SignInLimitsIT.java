package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who guesses passwords is held up, on all clones together, and nobody else is. */
@ExtendWith(RunningShop.class)
class SignInLimitsIT {
    private static Shop shop;
    private static Members members;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        members = new Members(running);
    }

    @BeforeEach
    void forget_what_was_tried() {
        members.forgetTries();
    }

    @Test
    void clones_count_failed_sign_ins_together() {
        for (var email : new String[] {members.member().email(), Members.address()}) {
            members.forgetTries();
            for (int i = 0; i < 10; i++) {
                var node = i % 2 == 0 ? "node-1" : "node-2";
                var refused = Members.signIn(new Visitor(shop.url(node)), email, "wrong try number " + i);
                assertThat(refused.status()).as("try %d: %s", i, refused).isEqualTo(422);
            }
            for (var node : new String[] {"node-1", "node-2"}) {
                var blocked = Members.signIn(new Visitor(shop.url(node)), email, Members.PASSWORD);
                assertThat(blocked.status()).as("%s", blocked).isEqualTo(429);
                assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 900);
            }
        }
    }

    @Test
    void tries_at_an_account_that_is_blocked_do_not_block_the_address() {
        var blocked = Members.address();
        for (int i = 0; i < 55; i++) {
            int expected = i < 10 ? 422 : 429;
            assertThat(Members.signIn(shop.visitor(), blocked, "wrong").status())
                    .as("try %d", i)
                    .isEqualTo(expected);
        }
        assertThat(Members.signIn(shop.visitor(), Members.address(), "wrong").status())
                .isEqualTo(422);
    }

    @Test
    void what_a_visitor_says_of_his_own_address_is_not_believed() {
        for (int i = 0; i < 50; i++) {
            shop.sql("delete from try_count where kind = 'sign-in-to-account'");
            shop.visitor()
                    .form(
                            "/sign-in",
                            Map.of("email", Members.address(), "password", "wrong"),
                            "X-Forwarded-For",
                            "10.0.0." + i);
        }
        var blocked = Members.signIn(shop.visitor(), Members.address(), "wrong");
        assertThat(blocked.status()).as("%s", blocked).isEqualTo(429);
    }

    @Test
    void a_sign_in_that_succeeds_forgets_those_that_failed() {
        var ada = members.member();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 8; i++) {
                assertThat(Members.signIn(shop.visitor(), ada.email(), "wrong").status())
                        .isEqualTo(422);
            }
            assertThat(Members.signIn(shop.visitor(), ada.email(), Members.PASSWORD)
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_flood_of_sign_ins_leaves_the_shop_open() {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var pages = new AtomicInteger();
        Shop.atOnce(120, n -> {
            if (n % 6 == 5) {
                assertThat(shop.visitor().get("/products/moby-dick").status()).isEqualTo(200);
                pages.incrementAndGet();
            } else {
                statuses.add(Members.signIn(shop.visitor(), Members.address(), "wrong")
                        .status());
            }
        });
        assertThat(pages.get()).isEqualTo(20);
        assertThat(new TreeSet<>(statuses)).isSubsetOf(422, 429, 503);
        // Where passwords are hashed slowly, most of the flood was too much at once, and few tries were counted.
        Shop.await(
                "who goes on is refused",
                () -> Members.signIn(shop.visitor(), Members.address(), "wrong").status() == 429);
    }
}
