package org.stoa.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * So many stars and up: what the average of a product's reviews must be at least. Each step holds those above it.
 *
 * @param stars 1 to 4
 */
public record RatingStep(int stars) {
    /** All steps, the narrowest first. */
    public static final List<RatingStep> ALL =
            List.of(new RatingStep(4), new RatingStep(3), new RatingStep(2), new RatingStep(1));

    /** Its name in addresses: {@code 4}. */
    public String key() {
        return String.valueOf(stars);
    }

    /** The step of that name in addresses, or none. */
    public static Optional<RatingStep> fromKey(String key) {
        return ALL.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The stars of the widest of some steps, which lets all through that any of them does; at least one is needed. */
    static int lowest(Collection<String> keys) {
        return keys.stream()
                .map(key -> fromKey(key).orElseThrow())
                .mapToInt(RatingStep::stars)
                .min()
                .orElseThrow();
    }
}
