package org.stoa.cart;

import java.util.List;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.Sku;
import org.stoa.money.Money;

/**
 * A cart as it is shown: with the titles, prices and stock of now.
 *
 * @param lines in the cart's order, without those that are gone
 * @param gone what is in the cart but no longer in the shop
 * @param pieces how many pieces are in its lines
 * @param total what all lines cost together
 */
public record CartView(List<Line> lines, List<Sku> gone, int pieces, Money total) {
    /**
     * One product in the cart.
     *
     * @param product as it is now
     * @param quantity how many, 1 or more
     * @param total what they cost together
     */
    public record Line(ProductCard product, int quantity, Money total) {
        /** Whether there are fewer in stock than wanted. */
        public boolean isShort() {
            return !product.isBuyable() || product.stock() < quantity;
        }
    }
}
