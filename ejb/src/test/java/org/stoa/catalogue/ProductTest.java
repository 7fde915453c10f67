package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;
import org.stoa.money.Money;

class ProductTest {
    private final Product product = new Product(
            new NewProduct(
                    "epic",
                    "the-iliad",
                    new Sku("BOOK-1"),
                    "The Iliad",
                    "",
                    Money.euros(BigDecimal.TEN),
                    1,
                    new TreeMap<>(),
                    List.of()),
            null);

    @Test
    void a_title_has_1_to_500_characters() {
        assertThatCode(() -> product.rename("x".repeat(500))).doesNotThrowAnyException();
        assertRefused(Refusal.Kind.INVALID, () -> product.rename("x".repeat(501)));
        assertRefused(Refusal.Kind.INVALID, () -> product.rename(" "));
    }

    @Test
    void a_price_is_in_euros_and_not_negative() {
        assertThatCode(() -> product.price(Money.euros(BigDecimal.ZERO))).doesNotThrowAnyException();
        assertRefused(Refusal.Kind.INVALID, () -> product.price(Money.euros(new BigDecimal("-0.01"))));
        assertRefused(Refusal.Kind.INVALID, () -> product.price(Money.euros(new BigDecimal("10000000000.00"))));
        assertRefused(
                Refusal.Kind.INVALID, () -> product.price(new Money(BigDecimal.ONE, Currency.getInstance("USD"))));
    }

    @Test
    void a_stock_is_not_negative() {
        assertThatCode(() -> product.restock(0)).doesNotThrowAnyException();
        assertRefused(Refusal.Kind.INVALID, () -> product.restock(-1));
    }

    @Test
    void attributes_have_a_limit_together() {
        assertThatCode(() -> product.characterise(Map.of("a", Optional.of("x".repeat(10_000)))))
                .doesNotThrowAnyException();
        assertRefused(Refusal.Kind.INVALID, () -> product.characterise(Map.of("b", Optional.of("x".repeat(10_000)))));
        assertThatCode(() -> product.characterise(Map.of("a", Optional.empty(), "b", Optional.of("x".repeat(10_000)))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_change_for_another_version_is_stale() {
        assertThatCode(() -> product.requireVersion(0)).doesNotThrowAnyException();
        assertRefused(Refusal.Kind.STALE, () -> product.requireVersion(1));
    }

    private static void assertRefused(Refusal.Kind kind, ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }
}
