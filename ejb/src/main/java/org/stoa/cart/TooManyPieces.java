package org.stoa.cart;

import org.stoa.Refusal;
import org.stoa.catalogue.Sku;

/** Somebody adds to what is in the cart, and both together are more than a cart holds of one product. */
public class TooManyPieces extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param sku what there are too many of */
    public TooManyPieces(Sku sku) {
        super(Kind.INVALID, "A cart holds at most %d of %s.".formatted(CartLine.MOST, sku.value()));
    }
}
