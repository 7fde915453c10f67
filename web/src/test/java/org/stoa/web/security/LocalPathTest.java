package org.stoa.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/jobs/42?from=7&to=%2F", "/staff/imports?x=a/b"})
    void an_address_of_the_shop_is_gone_on_to(String path) {
        assertThat(LocalPath.parse(path)).hasValue(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/account\r\nSet-Cookie: a=b",
                "https://evil.example",
                "javascript:alert(1)",
                "/a#//b",
                "/<script>",
                "/é"
            })
    void another_site_and_what_is_no_address_is_not(String path) {
        assertThat(LocalPath.parse(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?next=/sign-in", "/sign-out", "/sign-up"})
    void the_way_in_does_not_lead_round(String path) {
        assertThat(LocalPath.parse(path)).isEmpty();
    }

    @Test
    void a_long_address_is_not_kept() {
        assertThat(LocalPath.parse("/" + "a".repeat(500))).isEmpty();
        assertThat(LocalPath.parse(null)).isEmpty();
    }
}
