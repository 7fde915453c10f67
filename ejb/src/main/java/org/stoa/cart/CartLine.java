package org.stoa.cart;

import java.io.Serializable;
import org.stoa.Refusal;
import org.stoa.catalogue.Sku;

/**
 * So many of one product in a cart.
 *
 * @param sku the product
 * @param quantity 1 to {@link #MOST}
 */
public record CartLine(Sku sku, int quantity) implements Serializable {
    /** The most of one product in one cart. */
    public static final int MOST = 99;

    /** Throws a Refusal (malformed) for a quantity out of range. */
    public CartLine {
        if (quantity < 1 || quantity > MOST) {
            throw new Refusal(Refusal.Kind.MALFORMED, "quantity: a whole number from 1 to " + MOST + ".");
        }
    }
}
