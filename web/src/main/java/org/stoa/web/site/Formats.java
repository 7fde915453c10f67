package org.stoa.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stoa.money.Money;

/** How values are written for people. */
@Named("format")
@ApplicationScoped
public class Formats {
    /** The language of the shop. */
    public static final Locale LOCALE = Locale.ENGLISH;

    /** The day of a moment, in UTC: 20 November 2026. */
    public String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE).format(moment.atOffset(ZoneOffset.UTC));
    }

    /** An amount with the sign of its currency: €12.30. */
    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }
}
