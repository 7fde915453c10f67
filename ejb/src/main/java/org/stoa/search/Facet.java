package org.stoa.search;

import java.util.Locale;
import java.util.Optional;

/** A property by which found products can be narrowed. Values of one are alternatives; different ones hold together. */
public enum Facet {
    /** The category that a product is in or below, by slug. */
    CATEGORY,
    /** The attribute {@code author}, as it stands. */
    AUTHOR,
    /** The attribute {@code language}, as it stands: an ISO 639 code as a rule. */
    LANGUAGE,
    /** The key of a {@link PriceRange}. */
    PRICE,
    /** The key of a {@link RatingStep}. */
    RATING,
    /** {@link #IN_STOCK} alone. */
    STOCK;

    /** The one value of {@link #STOCK}: there is at least one piece. */
    public static final String IN_STOCK = "true";

    /** Its name in addresses: {@code category}, ..., {@code inStock}. */
    public String key() {
        return this == STOCK ? "inStock" : name().toLowerCase(Locale.ROOT);
    }

    /** The facet of that name in addresses, or none. */
    public static Optional<Facet> fromKey(String key) {
        for (var facet : values()) {
            if (facet.key().equals(key)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
