package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Devices that stay signed in, and how their members get rid of them. */
@ExtendWith(RunningShop.class)
class RememberedDevicesIT {
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
    void a_remembered_device_is_signed_in_without_its_session() {
        var ada = members.member();
        ada.visitor().forget(Members.SESSION);
        var first = ada.visitor().cookie(Members.DEVICE);

        assertThat(Members.me(ada.visitor())).isEqualTo(200);

        assertThat(ada.visitor().cookie(Members.DEVICE)).isNotEqualTo(first);
    }

    @Test
    void requests_sent_together_with_one_token_are_all_signed_in() {
        var ada = members.member();
        var token = ada.visitor().cookie(Members.DEVICE);
        Shop.atOnce(10, n -> assertThat(Members.me(shop.visitor().with("Cookie", Members.DEVICE + "=" + token)))
                .isEqualTo(200));
    }

    @Test
    void an_old_token_that_comes_again_signs_the_device_out() {
        var ada = members.member();
        var stolen = ada.visitor().cookie(Members.DEVICE);
        ada.visitor().forget(Members.SESSION);
        assertThat(Members.me(ada.visitor())).isEqualTo(200);
        shop.sql("update remember_token set last_used = last_used - interval '2 minutes'");

        assertThat(Members.me(shop.visitor().with("Cookie", Members.DEVICE + "=" + stolen)))
                .isEqualTo(401);

        ada.visitor().forget(Members.SESSION);
        assertThat(Members.me(ada.visitor())).isEqualTo(401);
    }

    @Test
    void an_old_token_that_comes_again_ends_the_session_of_the_thief() {
        var ada = members.member();
        var stolen = ada.visitor().cookie(Members.DEVICE);
        var thief = shop.visitor();
        assertThat(thief.get("/api/v1/members/me", "Cookie", Members.DEVICE + "=" + stolen)
                        .status())
                .isEqualTo(200);
        assertThat(Members.me(thief)).isEqualTo(200);
        shop.sql("update remember_token set last_used = last_used - interval '2 minutes'");

        ada.visitor().forget(Members.SESSION);
        assertThat(Members.me(ada.visitor())).isEqualTo(401);

        assertThat(Members.me(thief)).isEqualTo(401);
        thief.forget(Members.SESSION);
        assertThat(Members.me(thief)).isEqualTo(401);
        assertThat(Members.signIn(ada.visitor(), ada.email(), Members.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void who_was_signed_out_everywhere_signs_nobody_else_out() {
        var ada = members.member();
        var elsewhere = shop.visitor();
        Members.signIn(elsewhere, ada.email(), Members.PASSWORD);
        assertThat(ada.visitor().form("/account/sign-out-everywhere", Map.of()).header("Location"))
                .isEqualTo("/account?notice=signed-out-everywhere");

        var refused = elsewhere.form("/account/sign-out-everywhere", Map.of());

        assertThat(refused.header("Location")).as("%s", refused).startsWith("/sign-in");
        assertThat(Members.me(ada.visitor())).isEqualTo(200);
    }

    @Test
    void another_password_signs_all_other_devices_out() {
        var ada = members.member();
        var elsewhere = shop.visitor();
        Members.signIn(elsewhere, ada.email(), Members.PASSWORD);
        var wanted = Members.PASSWORD + " again";

        var changed = ada.visitor()
                .form("/account/password", Map.of("current-password", Members.PASSWORD, "new-password", wanted));

        assertThat(changed.header("Location")).as("%s", changed).isEqualTo("/account?notice=password-changed");
        assertThat(Members.me(ada.visitor())).isEqualTo(200);
        assertThat(Members.me(elsewhere)).isEqualTo(401);
        assertThat(Members.signIn(shop.visitor(), ada.email(), Members.PASSWORD).status())
                .isEqualTo(422);
        assertThat(Members.signIn(shop.visitor(), ada.email(), wanted).status()).isEqualTo(303);
    }

    @Test
    void public_pages_begin_no_session_for_a_remembered_device_either() {
        var ada = members.member();
        ada.visitor().forget(Members.SESSION);
        var device = ada.visitor().cookie(Members.DEVICE);
        for (var path : new String[] {"/", "/products/moby-dick", "/categories/fiction"}) {
            assertThat(ada.visitor().get(path).status()).isEqualTo(200);
        }
        assertThat(ada.visitor().hasCookie(Members.SESSION)).isFalse();
        assertThat(ada.visitor().cookie(Members.DEVICE)).isEqualTo(device);
    }
}
