package org.stoa.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.stoa.money.Money;

class FormatsTest {
    private final Formats formats = new Formats();

    @Test
    void an_amount_has_the_sign_of_its_currency_and_all_its_decimals() {
        assertThat(formats.money(euros("12.3"))).isEqualTo("€12.30");
        assertThat(formats.money(euros("0"))).isEqualTo("€0.00");
        assertThat(formats.money(euros("1234567.89"))).isEqualTo("€1,234,567.89");
        assertThat(formats.money(euros("-5"))).isEqualTo("-€5.00");
    }

    @Test
    void an_amount_has_no_more_decimals_than_its_currency() {
        assertThat(formats.money(new Money(new BigDecimal("1500"), Currency.getInstance("JPY"))))
                .isEqualTo("¥1,500");
    }

    private static Money euros(String amount) {
        return Money.euros(new BigDecimal(amount));
    }
}
