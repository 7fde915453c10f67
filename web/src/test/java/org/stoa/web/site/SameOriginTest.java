package org.stoa.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {
    private static final Origin SHOP = new Origin("https", "shop.example", 443);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void looking_is_allowed_from_anywhere(String method) {
        assertThat(new SameOrigin(method, Optional.empty(), Optional.of("cross-site"), List.of("https://evil.example"))
                        .allows(SHOP))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "post", "MOVE"})
    void a_change_from_another_site_is_refused(String method) {
        assertThat(new SameOrigin(method, Optional.empty(), Optional.of("cross-site"), List.of()).allows(SHOP))
                .isFalse();
        assertThat(new SameOrigin(method, Optional.empty(), Optional.empty(), List.of("https://evil.example"))
                        .allows(SHOP))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://shop.example:443", "HTTPS://Shop.Example"})
    void a_change_from_a_page_of_the_shop_is_allowed(String origin) {
        assertThat(post(Optional.of("same-origin"), origin)).isTrue();
        assertThat(post(Optional.empty(), origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://shop.example",
                "https://shop.example:8443",
                "https://www.shop.example",
                "https://shop.example.evil.example",
                "https://shop.example@evil.example",
                "https://shop.example/path",
                "shop.example",
                "https://",
                "https://shop example"
            })
    void any_other_origin_is_refused_even_if_the_browser_calls_it_the_same(String origin) {
        assertThat(post(Optional.of("same-origin"), origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "something-new"})
    void only_the_same_origin_and_the_visitor_himself_count_as_own(String site) {
        assertThat(post(Optional.of(site), "https://shop.example")).isFalse();
    }

    @Test
    void what_the_visitor_did_himself_is_allowed() {
        assertThat(post(Optional.of("none"))).isTrue();
    }

    @Test
    void who_sends_neither_header_is_no_browser_and_allowed() {
        assertThat(post(Optional.empty())).isTrue();
    }

    @Test
    void each_of_several_origins_must_be_the_own_one() {
        assertThat(post(Optional.empty(), "https://shop.example", "https://evil.example"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc"})
    void a_bearer_token_is_never_sent_by_accident(String authorization) {
        assertThat(withAuthorization(authorization)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "Bearer", "Bearerabc"})
    void other_credentials_may_be_sent_by_the_browser_itself(String authorization) {
        assertThat(withAuthorization(authorization)).isFalse();
    }

    @Test
    void a_port_counts_unless_it_is_the_default_one() {
        assertThat(Origin.parse("http://localhost:8080")).contains(new Origin("http", "localhost", 8080));
        assertThat(Origin.parse("http://localhost")).contains(new Origin("http", "localhost", 80));
        assertThat(Origin.parse("http://[::1]:8080")).contains(new Origin("http", "[::1]", 8080));
    }

    @Test
    void an_origin_is_written_without_its_default_port() {
        assertThat(SHOP).hasToString("https://shop.example");
        assertThat(new Origin("http", "localhost", 8080)).hasToString("http://localhost:8080");
    }

    private static boolean post(Optional<String> site, String... origins) {
        return new SameOrigin("POST", Optional.empty(), site, List.of(origins)).allows(SHOP);
    }

    private static boolean withAuthorization(String authorization) {
        return new SameOrigin(
                        "POST", Optional.of(authorization), Optional.of("cross-site"), List.of("https://other.example"))
                .allows(SHOP);
    }
}
