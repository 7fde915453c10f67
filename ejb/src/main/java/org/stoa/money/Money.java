package org.stoa.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money in one currency, exact to the currency's smallest unit.
 *
 * @param amount the amount, with as many decimals as the currency has; may be negative
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Serializable {
    /** The currency of every price in the shop. */
    public static final Currency EURO = Currency.getInstance("EUR");

    /** Brings the amount to the currency's number of decimals; throws ArithmeticException where that would round it. */
    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    /** So many euros; throws ArithmeticException for fractions of a cent. */
    public static Money euros(BigDecimal amount) {
        return new Money(amount, EURO);
    }

    /** This amount so many times. */
    public Money times(int count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /** The sum of both; throws IllegalArgumentException for different currencies. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
