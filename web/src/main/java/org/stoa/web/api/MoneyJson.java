package org.stoa.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.money.Money;

/**
 * An amount of money.
 *
 * @param amount with as many decimals as the currency has
 * @param currency ISO 4217
 */
public record MoneyJson(
        @Schema(examples = "12.30") String amount,
        @Schema(examples = "EUR") String currency) {
    static MoneyJson of(Money money) {
        return new MoneyJson(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
}
