package org.stoa.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stoa.Refusal;

/** The orders in which the reviews of a product are listed. */
public enum ReviewSort {
    /** The newest first. */
    NEWEST,
    /** The most stars first, and of those the newest. */
    HIGHEST,
    /** The fewest stars first, and of those the newest. */
    LOWEST;

    /** Its name in addresses: {@code newest}, {@code highest}, {@code lowest}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that name in addresses; throws a Refusal (malformed) if there is none. */
    public static ReviewSort fromKey(String key) {
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.MALFORMED,
                        Arrays.stream(values())
                                .map(ReviewSort::key)
                                .collect(Collectors.joining(", ", "sort: one of ", "."))));
    }
}
