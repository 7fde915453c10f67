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

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", LOCALE);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", LOCALE);

    /** A moment to the second, in UTC: 20 Nov 2026, 09:05:00 UTC. */
    public String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** The time of day of a moment, in UTC: 09:05:00. */
    public String clock(Instant moment) {
        return CLOCK.format(moment.atOffset(ZoneOffset.UTC));
    }

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
