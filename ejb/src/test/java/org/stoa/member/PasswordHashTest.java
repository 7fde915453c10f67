package org.stoa.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    @Test
    void it_is_kept_with_its_parameters_and_a_salt_of_its_own() {
        var hash = PasswordHash.of("a long walk");

        assertThat(hash.text()).matches("pbkdf2-sha256\\$600000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=");
        assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash);
        assertThat(PasswordHash.of("a long walk").salt()).isNotEqualTo(hash.salt());
    }

    @Test
    void it_matches_its_password_only() {
        var hash = PasswordHash.of("a long walk");

        assertThat(hash.matches("a long walk")).isTrue();
        assertThat(hash.matches("a long walk ")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void the_same_letters_typed_on_another_keyboard_match() {
        assertThat(PasswordHash.of("caf\u00e9 au lait").matches("cafe\u0301 au lait"))
                .isTrue();
    }

    /** Calculated by another implementation, Python's hashlib. */
    @Test
    void it_is_the_pbkdf2_of_the_standard() {
        var hash = PasswordHash.parse("pbkdf2-sha256$80000$TmFDbC0tLS0=$VBbTeSWm+k2KX5SVLl2+Z1cqqCzvDRiqcnNjo3iECow=");
        assertThat(hash.matches("Password")).isTrue();
        assertThat(hash.isOutdated()).isTrue();
    }

    @Test
    void no_password_opens_an_account_that_is_not_there() {
        assertThat(PasswordHash.OF_NOBODY.matches("")).isFalse();
        assertThat(PasswordHash.OF_NOBODY.isOutdated()).isFalse();
    }

    @Test
    void it_is_not_told_to_logs() {
        var hash = PasswordHash.of("a long walk");
        assertThat(hash.toString()).doesNotContain(hash.hash()).doesNotContain(hash.salt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "none", "pbkdf2-sha256$0$AAAAAAAA$", "pbkdf2-sha256$99999999$AAAAAAAA$AAAA", "md5$1$a$b"})
    void what_is_no_hash_is_refused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
