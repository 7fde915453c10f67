package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class CursorTest {
    @Test
    void what_was_given_out_is_understood() {
        for (var cursor : new Cursor[] {
            new Cursor("title", "strange case, of commas, and كتاب", 7),
            new Cursor("price-down", "12.30", Long.MAX_VALUE),
            new Cursor("newest", "", 1)
        }) {
            assertThat(Cursor.parse(cursor.format(), cursor.order())).isEqualTo(cursor);
            assertThat(cursor.format()).matches("[A-Za-z0-9_-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title", "title,x,key", "title,1", "sideways,1,key", "price-up,1,key", "title,1,a\0b"})
    void anything_else_is_refused(String content) {
        var text = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a b", "ключ", "AAAA=AAAA"})
    void what_is_no_base64_is_refused(String text) {
        assertRefused(text);
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_read() {
        assertRefused("A".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "1234567890.12345678"})
    void a_key_that_is_a_number_is_understood(String number) {
        assertThat(new Cursor("price-up", number, 1).number()).isEqualTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheap", "1e999999999", "-1.0", "1", ".5", "12345678901.0", "0.123456789"})
    void a_number_that_is_none_is_refused(String number) {
        assertThatThrownBy(new Cursor("price-up", number, 1)::number).isInstanceOf(Refusal.class);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, "title"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }
}
