package org.stoa.catalogue;

import java.util.Locale;
import java.util.Optional;

/** The orders in which products are listed. */
public enum ProductSort {
    /** By title, A to Z. */
    TITLE,
    /** The cheapest first. */
    PRICE_UP,
    /** The dearest first. */
    PRICE_DOWN,
    /** The newest in the shop first. */
    NEWEST;

    /** Its name in addresses: {@code title}, {@code price-up}, ... */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order of that name in addresses, or none. */
    public static Optional<ProductSort> fromKey(String key) {
        for (ProductSort sort : values()) {
            if (sort.key().equals(key)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    /** Whether prices decide it. */
    boolean isByPrice() {
        return this == PRICE_UP || this == PRICE_DOWN;
    }
}
