package org.stoa.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void amounts_have_the_decimals_of_their_currency() {
        assertThat(Money.euros(new BigDecimal("7")).amount()).isEqualTo(new BigDecimal("7.00"));
        assertThat(Money.euros(new BigDecimal("7.0"))).isEqualTo(Money.euros(new BigDecimal("7.00")));
        assertThat(new Money(new BigDecimal("700"), Currency.getInstance("JPY"))
                        .amount()
                        .scale())
                .isZero();
    }

    @Test
    void nothing_is_rounded() {
        assertThatThrownBy(() -> Money.euros(new BigDecimal("7.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_line_costs_its_price_times_its_quantity() {
        assertThat(Money.euros(new BigDecimal("0.10")).times(3)).isEqualTo(Money.euros(new BigDecimal("0.30")));
    }

    @Test
    void currencies_are_not_added_to_each_other() {
        var dollars = new Money(BigDecimal.ONE, Currency.getInstance("USD"));
        assertThatThrownBy(() -> Money.euros(BigDecimal.ONE).plus(dollars))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
