package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

/** People who have an account, and the ways to one. */
final class Members {
    static final String PASSWORD = "a long walk under columns";

    /** The cookies of a session, and of a device that is remembered. */
    static final String SESSION = "JSESSIONID";

    static final String DEVICE = "stoa-remember";

    private final Shop shop;

    /** Somebody with an account. */
    record Someone(Visitor visitor, String email) {}

    Members(Shop shop) {
        this.shop = shop;
    }

    /** All tests come from one address, which would be held up. */
    void forgetTries() {
        shop.sql("delete from try_count");
    }

    /** Somebody new, signed in on a device that is remembered. */
    Someone member() {
        var someone = new Someone(shop.visitor(), address());
        signUp(someone.visitor, someone.email);
        var signedIn = someone.visitor.form(
                "/sign-in", Map.of("email", someone.email, "password", PASSWORD, "remember", "yes"));
        assertThat(signedIn.status()).as("%s", signedIn).isEqualTo(303);
        return someone;
    }

    /** Somebody with that address, signed in for this session alone. */
    Visitor member(String email) {
        var visitor = shop.visitor();
        signUp(visitor, email);
        var signedIn = signIn(visitor, email, PASSWORD);
        assertThat(signedIn.status()).as("%s", signedIn).isEqualTo(303);
        return visitor;
    }

    /** One that nobody has. */
    static String address() {
        return "ada-%s@stoa.example".formatted(UUID.randomUUID());
    }

    static Visitor.Reply signUp(Visitor visitor, String email) {
        return visitor.form("/sign-up", Map.of("email", email, "name", "Ada", "password", PASSWORD));
    }

    static Visitor.Reply signIn(Visitor visitor, String email, String password) {
        return visitor.form("/sign-in", Map.of("email", email, "password", password));
    }

    /** The status that he gets who asks who he is: 200 for a member, 401 for anybody else. */
    static int me(Visitor visitor) {
        return visitor.get("/api/v1/members/me").status();
    }
}
