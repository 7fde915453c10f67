package org.stoa.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stoa.Refusal;
import org.stoa.catalogue.Cursor;

/** The orders in which found products are listed. */
public enum SearchSort {
    /** What fits the words best first; without words it is the order by title. */
    RELEVANCE,
    /** By title, A to Z. */
    TITLE,
    /** The cheapest first. */
    PRICE_UP,
    /** The dearest first. */
    PRICE_DOWN,
    /** The newest in the shop first. */
    NEWEST;

    /** Its name in addresses: {@code relevance}, {@code price-up}, ... */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order of that name in addresses; throws a Refusal (malformed) if there is none. */
    public static SearchSort fromKey(String key) {
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.MALFORMED,
                        Arrays.stream(values())
                                .map(SearchSort::key)
                                .collect(Collectors.joining(", ", "sort: one of ", "."))));
    }

    /** The key of a place in this order as the database compares it; throws a Refusal (malformed) if it is none. */
    Object value(Cursor cursor) {
        return switch (this) {
            case TITLE -> cursor.key();
            case RELEVANCE, PRICE_UP, PRICE_DOWN -> cursor.number();
            case NEWEST -> cursor.id();
        };
    }
}
