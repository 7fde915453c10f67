package org.stoa.web.search;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import org.stoa.money.Money;
import org.stoa.search.Facet;
import org.stoa.search.FacetValue;
import org.stoa.search.PriceRange;
import org.stoa.web.catalogue.AttributeRow;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/** What a value of a facet is called. */
final class ChoiceLabel {
    private ChoiceLabel() {}

    static String of(Facet facet, FacetValue value) {
        return switch (facet) {
            case CATEGORY, AUTHOR -> value.label();
            case LANGUAGE -> AttributeRow.language(value.label());
            case PRICE ->
                PriceRange.fromKey(value.value()).map(ChoiceLabel::price).orElse(value.label());
            case RATING -> MessageFormat.format(Texts.get("facet.ratingFrom"), Integer.valueOf(value.value()));
            case STOCK -> Texts.get("facet.inStockOnly");
        };
    }

    private static String price(PriceRange range) {
        var from = euros(range.from());
        return range.below()
                .map(below -> range.from() == 0
                        ? MessageFormat.format(Texts.get("facet.priceBelow"), euros(below))
                        : MessageFormat.format(Texts.get("facet.priceBetween"), from, euros(below)))
                .orElseGet(() -> MessageFormat.format(Texts.get("facet.priceFrom"), from));
    }

    private static String euros(int amount) {
        var format = NumberFormat.getCurrencyInstance(Formats.LOCALE);
        format.setCurrency(Money.EURO);
        format.setMaximumFractionDigits(0);
        return format.format(BigDecimal.valueOf(amount));
    }
}
