package org.stoa.catalogue;

import java.util.Optional;
import org.stoa.Refusal;

/**
 * Which products to list.
 *
 * @param category the slug of the category that they are in or below; all where none
 * @param sort their order
 * @param cursor where the page starts, from {@link Page#next}; the first page where none
 * @param limit how many at the most, 1 to {@link Catalogue#MOST_PER_PAGE}
 */
public record ProductQuery(Optional<String> category, ProductSort sort, Optional<String> cursor, int limit) {
    /** Throws a Refusal (malformed) for a limit out of range. */
    public ProductQuery {
        if (limit < 1 || limit > Catalogue.MOST_PER_PAGE) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "limit: a whole number from 1 to " + Catalogue.MOST_PER_PAGE + ".");
        }
    }
}
