package org.stoa.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How many stars a product's reviews give it.
 *
 * @param average 1.0 to 5.0, with one decimal; 0 where nobody rated it
 * @param count how many reviews there are, without hidden ones; 0 or more
 */
public record Rating(BigDecimal average, int count) implements Serializable {
    /** Nobody rated it. */
    public static final Rating NONE = new Rating(BigDecimal.ZERO, 0);

    /** Whether anybody rated it. */
    public boolean isRated() {
        return count > 0;
    }
}
