package org.stoa.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A range of prices to choose from.
 *
 * @param from the lowest price, in whole euros
 * @param below what prices stay below, in whole euros; none in the last range
 */
public record PriceRange(int from, Optional<Integer> below) {
    /** All ranges, the cheapest first; each price is in exactly one. */
    public static final List<PriceRange> ALL = List.of(
            new PriceRange(0, Optional.of(5)),
            new PriceRange(5, Optional.of(10)),
            new PriceRange(10, Optional.of(15)),
            new PriceRange(15, Optional.of(25)),
            new PriceRange(25, Optional.of(50)),
            new PriceRange(50, Optional.empty()));

    /** Its name in addresses: {@code 5-10}, {@code 50-}. */
    public String key() {
        return from + "-" + below.map(String::valueOf).orElse("");
    }

    /** The range of that name in addresses, or none. */
    public static Optional<PriceRange> fromKey(String key) {
        return ALL.stream().filter(range -> range.key().equals(key)).findFirst();
    }

    /** Whether a price in euros is in it. */
    public boolean contains(BigDecimal price) {
        return price.compareTo(BigDecimal.valueOf(from)) >= 0
                && below.map(BigDecimal::valueOf)
                        .map(end -> price.compareTo(end) < 0)
                        .orElse(true);
    }
}
