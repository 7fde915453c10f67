package org.stoa.cart;

import org.stoa.Refusal;
import org.stoa.catalogue.ProductCard;

/** Somebody wants more of a product than there is. */
public class NotEnoughStock extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int available;

    /**
     * @param product what is wanted
     * @param wanted how many
     */
    public NotEnoughStock(ProductCard product, int wanted) {
        super(
                Kind.CONFLICT,
                "%d of %s are wanted, %d can be had."
                        .formatted(wanted, product.sku().value(), product.isBuyable() ? product.stock() : 0));
        this.available = product.isBuyable() ? product.stock() : 0;
    }

    /** How many can be had, 0 or more. */
    public int available() {
        return available;
    }
}
