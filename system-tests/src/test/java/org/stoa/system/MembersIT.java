package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has an account, and who is signed in. */
@ExtendWith(RunningShop.class)
class MembersIT {
    private static final String HINT = "stoa-member";

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
    void who_signs_up_signs_in_and_out() {
        var ada = shop.visitor();
        var email = Members.address();
        assertThat(ada.get("/account").header("Location")).isEqualTo("/sign-in?next=%2Faccount");

        Members.signUp(ada, email);
        var signedIn = Members.signIn(ada, email, Members.PASSWORD);
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

        var ada = members.member().visitor();
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
        var email = Members.address();
        var nobody = ada.get("/api/v1/members/me");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");

        var account = "{\"email\": \"%s\", \"name\": \"Ada\", \"password\": \"%s\"}".formatted(email, Members.PASSWORD);
        assertThat(ada.json("POST", "/api/v1/members", account).status()).isEqualTo(202);
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, Members.PASSWORD);
        assertThat(ada.json("POST", "/api/v1/session", credentials).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/members/me").json().get("email").asText()).isEqualTo(email);

        assertThat(ada.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/members/me").status()).isEqualTo(401);
    }

    @Test
    void the_cart_of_a_guest_stays_when_he_signs_in_under_a_new_session() {
        var ada = members.member();
        ada.visitor().form("/sign-out", Map.of());
        ada.visitor().form("/cart/items", Map.of("sku", "BOOK-0007", "quantity", "1"));
        var before = ada.visitor().cookie(Members.SESSION);

        Members.signIn(ada.visitor(), ada.email(), Members.PASSWORD);

        assertThat(ada.visitor().cookie(Members.SESSION)).isNotEqualTo(before);
        assertThat(ada.visitor().get("/cart").body()).contains("BOOK-0007");
    }

    @Test
    void the_very_next_request_after_a_kill_is_signed_in_on_the_other_clone() {
        var ada = members.member();
        var served = ada.visitor()
                .form("/cart/items", Map.of("sku", "BOOK-0008", "quantity", "1"))
                .node();
        shop.awaitAllServed();
        shop.cluster().kill(served);
        try {
            var account = ada.visitor().get("/account");
            assertThat(account.status()).as("%s", account).isEqualTo(200);
            assertThat(account.node()).isNotEqualTo(served);
            assertThat(account.page().text()).contains(ada.email());
            assertThat(ada.visitor().get("/cart").body()).contains("BOOK-0008");
        } finally {
            shop.cluster().start(served);
        }
    }

    @Test
    void signing_up_does_not_tell_whether_an_address_has_an_account() {
        var known = members.member().email();
        var fresh = Members.signUp(shop.visitor(), Members.address());
        var again = Members.signUp(shop.visitor(), known);

        assertThat(again.status()).isEqualTo(fresh.status()).isEqualTo(303);
        assertThat(again.body()).isEqualTo(fresh.body());
        assertThat(headers(again)).isEqualTo(headers(fresh));
        assertThat(Members.signIn(shop.visitor(), known, Members.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void signing_in_does_not_tell_whether_an_address_has_an_account() {
        var known = members.member().email();
        var unknown = Members.address();
        var wrong = Members.signIn(shop.visitor(), known, "not the password");
        var nobody = Members.signIn(shop.visitor(), unknown, "not the password");

        assertThat(nobody.status()).isEqualTo(wrong.status()).isEqualTo(422);
        assertThat(nobody.body().replace(unknown, "")).isEqualTo(wrong.body().replace(known, ""));
        assertThat(headers(nobody)).isEqualTo(headers(wrong));
    }

    @Test
    void nobody_signs_up_with_the_address_of_the_staff() {
        shop.sql("update member set email = 'moved@stoa.example' where email = 'staff@stoa.example'");
        try {
            assertThat(Members.signUp(shop.visitor(), "staff@stoa.example").status())
                    .isEqualTo(303);
            assertThat(Members.signIn(shop.visitor(), "staff@stoa.example", Members.PASSWORD)
                            .status())
                    .isEqualTo(422);
        } finally {
            shop.sql("update member set email = 'staff@stoa.example' where email = 'moved@stoa.example'");
        }
    }

    @Test
    void pages_of_the_staff_are_for_the_staff() {
        var guest = shop.visitor().get("/staff/imports");
        assertThat(guest.status()).isEqualTo(303);
        assertThat(guest.header("Location")).isEqualTo("/sign-in?next=%2Fstaff%2Fimports");
        assertThat(members.member().visitor().get("/staff/imports").status()).isEqualTo(404);
    }

    @Test
    void the_password_in_the_file_opens_the_account_of_the_staff() {
        var staff = shop.visitor();
        Members.signIn(staff, "staff@stoa.example", shop.cluster().staffPassword());
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
        var ada = members.member();
        for (var next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/sign-in"}) {
            var signedIn = shop.visitor()
                    .form("/sign-in", Map.of("email", ada.email(), "password", Members.PASSWORD, "next", next));
            assertThat(signedIn.header("Location")).as(next).isEqualTo("/account");
        }
        var local = shop.visitor()
                .form("/sign-in", Map.of("email", ada.email(), "password", Members.PASSWORD, "next", "/cart"));
        assertThat(local.header("Location")).isEqualTo("/cart");
    }

    @Test
    void another_site_signs_nobody_in_or_out() {
        var ada = members.member();
        var foreign = "https://evil.example";
        assertThat(shop.visitor()
                        .form("/sign-in", Map.of("email", ada.email(), "password", Members.PASSWORD), "Origin", foreign)
                        .status())
                .isEqualTo(403);
        assertThat(ada.visitor().form("/sign-out", Map.of(), "Origin", foreign).status())
                .isEqualTo(403);
        assertThat(Members.me(ada.visitor())).isEqualTo(200);
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
        assertThat(Members.signIn(visitor, text, text).status()).isEqualTo(422);

        var email = Members.address();
        assertThat(visitor.form("/sign-up", Map.of("email", email, "name", text, "password", Members.PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(Members.signIn(visitor, email, Members.PASSWORD).status()).isEqualTo(303);
        assertThat(visitor.get("/account").page().select("dd").first().text()).isEqualTo(text);
    }

    @Test
    void a_form_of_more_than_16_kilobytes_is_not_read() {
        var large = shop.visitor().form("/sign-in", Map.of("email", "a".repeat(20_000), "password", "b"));
        assertThat(large.status()).isEqualTo(413);
    }

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
