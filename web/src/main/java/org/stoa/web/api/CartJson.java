package org.stoa.web.api;

import java.util.List;
import org.stoa.cart.CartView;
import org.stoa.catalogue.Sku;

/**
 * A cart, with the prices and the stock of now.
 *
 * @param gone SKUs that are in it but no longer in the shop
 * @param pieces how many pieces are in its lines
 */
public record CartJson(List<Line> lines, List<String> gone, int pieces, MoneyJson total) {
    /**
     * So many of one product.
     *
     * @param price of one
     * @param stock how many there are
     * @param total of all
     */
    public record Line(
            String sku, int quantity, String title, String slug, MoneyJson price, int stock, MoneyJson total) {
        static Line of(CartView.Line line) {
            return new Line(
                    line.product().sku().value(),
                    line.quantity(),
                    line.product().title(),
                    line.product().slug(),
                    MoneyJson.of(line.product().price()),
                    line.product().stock(),
                    MoneyJson.of(line.total()));
        }
    }

    static CartJson of(CartView cart) {
        return new CartJson(
                cart.lines().stream().map(Line::of).toList(),
                cart.gone().stream().map(Sku::value).toList(),
                cart.pieces(),
                MoneyJson.of(cart.total()));
    }
}
