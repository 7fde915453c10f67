package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has an account, and who is signed in. */
@ExtendWith(RunningShop.class)
class MembersIT {
    private static final String PASSWORD = "a long walk under columns";
    private static final String SESSION = "JSESSIONID";
    private static final String DEVICE = "stoa-remember";
    private static final String HINT = "stoa-member";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    /** All tests come from one address. */
    @BeforeEach
    void forget_what_was_tried() {
        shop.sql("delete from try_count");
    }

    @Test
    void who_signs_up_signs_in_and_out() {
        var ada = shop.visitor();
        var email = address();
        assertThat(ada.get("/account").header("Location")).isEqualTo("/sign-in?next=%2Faccount");

        signUp(ada, email);
        var signedIn = signIn(ada, email, PASSWORD);
        assertThat(signedIn.status()).as("%s", signedIn).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/account");
        assertThat(ada.get("/account").page().text()).contains(email, "Ada");

        assertThat(ada.form("/sign-out", Map.of()).status()).isEqualTo(303);
        assertThat(ada.get("/account").status()).isEqualTo(303);
    }

    @Test
    void scripts_are_told_that_somebody_is_signed_in_and_any_clone_tells_them_who() {
        var guest = shop.visitor();
        guest.get("/");
        guest.get("/cart");
        assertThat(guest.hasCookie(HINT)).isFalse();

        var ada = member().visitor;
        assertThat(ada.hasCookie(HINT)).isTrue();
        for (var clone : List.of("node-1", "node-2")) {
            var me = ada.at(shop.url(clone)).get("/api/v1/members/me");
            assertThat(me.json().get("name").asText()).as(clone).isEqualTo("Ada");
            assertThat(me.header("Cache-Control")).as(clone).isEqualTo("private, no-store");
        }

        ada.form("/sign-out", Map.of());
        assertThat(ada.hasCookie(HINT)).isFalse();
    }

    @Test
    void programs_sign_up_in_and_out_too() {
        var ada = shop.visitor();
        var email = address();
        var nobody = ada.get("/api/v1/members/me");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");

        var account = "{\"email\": \"%s\", \"name\": \"Ada\", \"password\": \"%s\"}".formatted(email, PASSWORD);
        assertThat(ada.json("POST", "/api/v1/members", account).status()).isEqualTo(202);
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
        assertThat(ada.json("POST", "/api/v1/session", credentials).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/members/me").json().get("email").asText()).isEqualTo(email);

        assertThat(ada.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/members/me").status()).isEqualTo(401);
    }

    @Test
    void the_cart_of_a_guest_stays_when_he_signs_in_under_a_new_session() {
        var ada = member();
        ada.visitor.form("/sign-out", Map.of());
        ada.visitor.form("/cart/items", Map.of("sku", "BOOK-0007", "quantity", "1"));
        var before = ada.visitor.cookie(SESSION);

        signIn(ada.visitor, ada.email, PASSWORD);

        assertThat(ada.visitor.cookie(SESSION)).isNotEqualTo(before);
        assertThat(ada.visitor.get("/cart").body()).contains("BOOK-0007");
    }

    @Test
    void the_very_next_request_after_a_kill_is_signed_in_on_the_other_clone() {
        var ada = member();
        var served = ada.visitor
                .form("/cart/items", Map.of("sku", "BOOK-0008", "quantity", "1"))
                .node();
        shop.awaitAllServed();
        shop.cluster().kill(served);
        try {
            var account = ada.visitor.get("/account");
            assertThat(account.status()).as("%s", account).isEqualTo(200);
            assertThat(account.node()).isNotEqualTo(served);
            assertThat(account.page().text()).contains(ada.email);
            assertThat(ada.visitor.get("/cart").body()).contains("BOOK-0008");
        } finally {
            shop.cluster().start(served);
        }
    }

    @Test
    void a_remembered_device_is_signed_in_without_its_session() {
        var ada = member();
        ada.visitor.forget(SESSION);
        var first = ada.visitor.cookie(DEVICE);

        assertThat(me(ada.visitor)).isEqualTo(200);

        assertThat(ada.visitor.cookie(DEVICE)).isNotEqualTo(first);
    }

    @Test
    void requests_sent_together_with_one_token_are_all_signed_in() {
        var ada = member();
        var token = ada.visitor.cookie(DEVICE);
        Shop.atOnce(10, n -> assertThat(me(shop.visitor().with("Cookie", DEVICE + "=" + token)))
                .isEqualTo(200));
    }

    @Test
    void an_old_token_that_comes_again_signs_the_device_out() {
        var ada = member();
        var stolen = ada.visitor.cookie(DEVICE);
        ada.visitor.forget(SESSION);
        assertThat(me(ada.visitor)).isEqualTo(200);
        shop.sql("update remember_token set last_used = last_used - interval '2 minutes'");

        assertThat(me(shop.visitor().with("Cookie", DEVICE + "=" + stolen))).isEqualTo(401);

        ada.visitor.forget(SESSION);
        assertThat(me(ada.visitor)).isEqualTo(401);
    }

    @Test
    void an_old_token_that_comes_again_ends_the_session_of_the_thief() {
        var ada = member();
        var stolen = ada.visitor.cookie(DEVICE);
        var thief = shop.visitor();
        assertThat(thief.get("/api/v1/members/me", "Cookie", DEVICE + "=" + stolen)
                        .status())
                .isEqualTo(200);
        assertThat(me(thief)).isEqualTo(200);
        shop.sql("update remember_token set last_used = last_used - interval '2 minutes'");

        ada.visitor.forget(SESSION);
        assertThat(me(ada.visitor)).isEqualTo(401);

        assertThat(me(thief)).isEqualTo(401);
        thief.forget(SESSION);
        assertThat(me(thief)).isEqualTo(401);
        assertThat(signIn(ada.visitor, ada.email, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void who_was_signed_out_everywhere_signs_nobody_else_out() {
        var ada = member();
        var elsewhere = shop.visitor();
        signIn(elsewhere, ada.email, PASSWORD);
        assertThat(ada.visitor.form("/account/sign-out-everywhere", Map.of()).header("Location"))
                .isEqualTo("/account?notice=signed-out-everywhere");

        var refused = elsewhere.form("/account/sign-out-everywhere", Map.of());

        assertThat(refused.header("Location")).as("%s", refused).startsWith("/sign-in");
        assertThat(me(ada.visitor)).isEqualTo(200);
    }

    @Test
    void another_password_signs_all_other_devices_out() {
        var ada = member();
        var elsewhere = shop.visitor();
        signIn(elsewhere, ada.email, PASSWORD);
        var wanted = PASSWORD + " again";

        var changed =
                ada.visitor.form("/account/password", Map.of("current-password", PASSWORD, "new-password", wanted));

        assertThat(changed.header("Location")).as("%s", changed).isEqualTo("/account?notice=password-changed");
        assertThat(me(ada.visitor)).isEqualTo(200);
        assertThat(me(elsewhere)).isEqualTo(401);
        assertThat(signIn(shop.visitor(), ada.email, PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(shop.visitor(), ada.email, wanted).status()).isEqualTo(303);
    }

    @Test
    void signing_up_does_not_tell_whether_an_address_has_an_account() {
        var known = member().email;
        var fresh = signUp(shop.visitor(), address());
        var again = signUp(shop.visitor(), known);

        assertThat(again.status()).isEqualTo(fresh.status()).isEqualTo(303);
        assertThat(again.body()).isEqualTo(fresh.body());
        assertThat(headers(again)).isEqualTo(headers(fresh));
        assertThat(signIn(shop.visitor(), known, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void signing_in_does_not_tell_whether_an_address_has_an_account() {
        var known = member().email;
        var unknown = address();
        var wrong = signIn(shop.visitor(), known, "not the password");
        var nobody = signIn(shop.visitor(), unknown, "not the password");

        assertThat(nobody.status()).isEqualTo(wrong.status()).isEqualTo(422);
        assertThat(nobody.body().replace(unknown, "")).isEqualTo(wrong.body().replace(known, ""));
        assertThat(headers(nobody)).isEqualTo(headers(wrong));
    }

    @Test
    void clones_count_failed_sign_ins_together() {
        for (var email : new String[] {member().email, address()}) {
            shop.sql("delete from try_count");
            for (int i = 0; i < 10; i++) {
                var node = i % 2 == 0 ? "node-1" : "node-2";
                var refused = signIn(new Visitor(shop.url(node)), email, "wrong try number " + i);
                assertThat(refused.status()).as("try %d: %s", i, refused).isEqualTo(422);
            }
            for (var node : new String[] {"node-1", "node-2"}) {
                var blocked = signIn(new Visitor(shop.url(node)), email, PASSWORD);
                assertThat(blocked.status()).as("%s", blocked).isEqualTo(429);
                assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 900);
            }
        }
    }

    @Test
    void tries_at_an_account_that_is_blocked_do_not_block_the_address() {
        var blocked = address();
        for (int i = 0; i < 55; i++) {
            int expected = i < 10 ? 422 : 429;
            assertThat(signIn(shop.visitor(), blocked, "wrong").status())
                    .as("try %d", i)
                    .isEqualTo(expected);
        }
        assertThat(signIn(shop.visitor(), address(), "wrong").status()).isEqualTo(422);
    }

    @Test
    void nobody_signs_up_with_the_address_of_the_staff() {
        shop.sql("update member set email = 'moved@stoa.example' where email = 'staff@stoa.example'");
        try {
            assertThat(signUp(shop.visitor(), "staff@stoa.example").status()).isEqualTo(303);
            assertThat(signIn(shop.visitor(), "staff@stoa.example", PASSWORD).status())
                    .isEqualTo(422);
        } finally {
            shop.sql("update member set email = 'staff@stoa.example' where email = 'moved@stoa.example'");
        }
    }

    @Test
    void what_a_visitor_says_of_his_own_address_is_not_believed() {
        for (int i = 0; i < 50; i++) {
            shop.sql("delete from try_count where kind = 'sign-in-to-account'");
            shop.visitor()
                    .form(
                            "/sign-in",
                            Map.of("email", address(), "password", "wrong"),
                            "X-Forwarded-For",
                            "10.0.0." + i);
        }
        var blocked = signIn(shop.visitor(), address(), "wrong");
        assertThat(blocked.status()).as("%s", blocked).isEqualTo(429);
    }

    @Test
    void a_sign_in_that_succeeds_forgets_those_that_failed() {
        var ada = member();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 8; i++) {
                assertThat(signIn(shop.visitor(), ada.email, "wrong").status()).isEqualTo(422);
            }
            assertThat(signIn(shop.visitor(), ada.email, PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void pages_of_the_staff_are_for_the_staff() {
        var guest = shop.visitor().get("/staff/imports");
        assertThat(guest.status()).isEqualTo(303);
        assertThat(guest.header("Location")).isEqualTo("/sign-in?next=%2Fstaff%2Fimports");
        assertThat(member().visitor.get("/staff/imports").status()).isEqualTo(404);
    }

    @Test
    void the_password_in_the_file_opens_the_account_of_the_staff() {
        var staff = shop.visitor();
        signIn(staff, "staff@stoa.example", shop.cluster().staffPassword());
        assertThat(staff.get("/api/v1/members/me").json().get("role").asText()).isEqualTo("staff");
        shop.sql("update member set role = 'member' where email = 'staff@stoa.example'");
        try {
            // What the session says is not believed.
            assertThat(staff.get("/api/v1/members/me").json().get("role").asText())
                    .isEqualTo("member");
            assertThat(staff.get("/staff/imports").status()).isEqualTo(404);
        } finally {
            shop.sql("update member set role = 'staff' where email = 'staff@stoa.example'");
        }
    }

    @Test
    void the_way_in_leads_to_no_other_site() {
        var ada = member();
        for (var next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/sign-in"}) {
            var signedIn =
                    shop.visitor().form("/sign-in", Map.of("email", ada.email, "password", PASSWORD, "next", next));
            assertThat(signedIn.header("Location")).as(next).isEqualTo("/account");
        }
        var local = shop.visitor().form("/sign-in", Map.of("email", ada.email, "password", PASSWORD, "next", "/cart"));
        assertThat(local.header("Location")).isEqualTo("/cart");
    }

    @Test
    void another_site_signs_nobody_in_or_out() {
        var ada = member();
        var foreign = "https://evil.example";
        assertThat(shop.visitor()
                        .form("/sign-in", Map.of("email", ada.email, "password", PASSWORD), "Origin", foreign)
                        .status())
                .isEqualTo(403);
        assertThat(ada.visitor.form("/sign-out", Map.of(), "Origin", foreign).status())
                .isEqualTo(403);
        assertThat(me(ada.visitor)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; drop table member; --", "<script>alert(1)</script>", "\" onfocus=\"alert(1)", "#{caller}"})
    void what_is_typed_stays_text(String text) {
        var visitor = shop.visitor();
        var again = visitor.form("/sign-up", Map.of("email", text, "name", text, "password", "short"));
        assertThat(again.status()).as("%s", again).isEqualTo(422);
        assertThat(again.page().select("input[name=email]").val()).isEqualTo(text);
        assertThat(again.page().select("input[name=name]").val()).isEqualTo(text);
        assertThat(again.page().select("input[name=password]").val()).isEmpty();
        assertThat(again.page().select("main script, [onfocus]")).isEmpty();
        assertThat(signIn(visitor, text, text).status()).isEqualTo(422);

        var email = address();
        assertThat(visitor.form("/sign-up", Map.of("email", email, "name", text, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(signIn(visitor, email, PASSWORD).status()).isEqualTo(303);
        assertThat(visitor.get("/account").page().select("dd").first().text()).isEqualTo(text);
    }

    @Test
    void a_form_of_more_than_16_kilobytes_is_not_read() {
        var large = shop.visitor().form("/sign-in", Map.of("email", "a".repeat(20_000), "password", "b"));
        assertThat(large.status()).isEqualTo(413);
    }

    @Test
    void public_pages_begin_no_session_for_a_remembered_device_either() {
        var ada = member();
        ada.visitor.forget(SESSION);
        var device = ada.visitor.cookie(DEVICE);
        for (var path : new String[] {"/", "/products/moby-dick", "/categories/fiction"}) {
            assertThat(ada.visitor.get(path).status()).isEqualTo(200);
        }
        assertThat(ada.visitor.hasCookie(SESSION)).isFalse();
        assertThat(ada.visitor.cookie(DEVICE)).isEqualTo(device);
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
                statuses.add(signIn(shop.visitor(), address(), "wrong").status());
            }
        });
        assertThat(pages.get()).isEqualTo(20);
        assertThat(new TreeSet<>(statuses)).isSubsetOf(422, 429, 503).contains(429);
    }

    private record Someone(Visitor visitor, String email) {}

    /** Somebody new, signed in on a device that is remembered. */
    private static Someone member() {
        var someone = new Someone(shop.visitor(), address());
        signUp(someone.visitor, someone.email);
        var signedIn = someone.visitor.form(
                "/sign-in", Map.of("email", someone.email, "password", PASSWORD, "remember", "yes"));
        assertThat(signedIn.status()).as("%s", signedIn).isEqualTo(303);
        return someone;
    }

    private static String address() {
        return "ada-%s@stoa.example".formatted(UUID.randomUUID());
    }

    private static Visitor.Reply signUp(Visitor visitor, String email) {
        return visitor.form("/sign-up", Map.of("email", email, "name", "Ada", "password", PASSWORD));
    }

    private static Visitor.Reply signIn(Visitor visitor, String email, String password) {
        return visitor.form("/sign-in", Map.of("email", email, "password", password));
    }

    private static int me(Visitor visitor) {
        return visitor.get("/api/v1/members/me").status();
    }

    /** All but those that say when and by whom it was answered. */
    /** Those that could tell something: whether there is a stamp, but not which, nor when its cookie ends. */
    private static Map<String, String> headers(Visitor.Reply reply) {
        var headers = new TreeMap<String, String>();
        reply.response().headers().map().forEach((name, values) -> headers.put(name, withoutStamp(values.toString())));
        headers.keySet().removeIf(name -> name.equals("date") || name.equals("stoa-node"));
        headers.remove("content-length");
        return headers;
    }

    private static String withoutStamp(String value) {
        return value.replaceAll("stoa-stamp\\.[0-9a-z]+=", "stoa-stamp.n=")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[0-9]+", "g.n")
                .replaceAll("Expires=[^;]+", "Expires=e");
    }
}
