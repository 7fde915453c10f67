package org.stoa.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @Test
    void one_address_has_one_form() {
        var ada = new Email("ren\u00e9@stoa.example");
        assertThat(Email.parse("  Ren\u00c9@Stoa.EXAMPLE ")).hasValue(ada);
        assertThat(Email.parse("Rene\u0301@stoa.example")).hasValue(ada);
        assertThat(Email.key(" Ren\u00c9@Stoa.example")).isEqualTo(Email.key("ren\u00e9@stoa.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@stoa.example",
                "ada@stoa",
                "a da@stoa.example",
                "ada@stoa.example\r\nBcc: eve@stoa.example",
                "<ada@stoa.example>",
                "ada@stoa..example",
                "ada@-stoa.example",
                "ada@eve@stoa.example",
                "\"ada\"@stoa.example"
            })
    void what_is_no_address_is_none(String text) {
        assertThat(Email.parse(text)).isEmpty();
    }

    @Test
    void an_address_has_254_characters_at_most() {
        assertThat(Email.parse("a@" + "b".repeat(250) + ".example")).isEmpty();
        assertThat(Email.parse("a".repeat(100_000))).isEmpty();
        assertThat(Email.parse(null)).isEmpty();
    }
}
