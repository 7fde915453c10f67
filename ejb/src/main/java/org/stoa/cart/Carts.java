package org.stoa.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.Sku;
import org.stoa.money.Money;

/** What can be done with a guest's cart. Nothing here writes to the database: the caller keeps the cart that is returned. */
@ApplicationScoped
public class Carts {
    @Inject
    Catalogue catalogue;

    /** The cart as it is shown now. */
    public CartView view(Cart cart) {
        var products = catalogue.cards(cart.lines().stream().map(CartLine::sku).toList());
        var lines = cart.lines().stream()
                .filter(line -> products.containsKey(line.sku()))
                .map(line -> line(products.get(line.sku()), line.quantity()))
                .toList();
        var gone = cart.lines().stream()
                .map(CartLine::sku)
                .filter(sku -> !products.containsKey(sku))
                .toList();
        var total = lines.stream().map(CartView.Line::total).reduce(Money.euros(BigDecimal.ZERO), Money::plus);
        return new CartView(
                lines, gone, lines.stream().mapToInt(CartView.Line::quantity).sum(), total);
    }

    /**
     * The cart with so many more of a product.
     *
     * @throws Refusal not found: no such product in the shop; conflict: not so many in stock; malformed: quantity;
     *     invalid: too many of it, or too many products
     */
    public Cart add(Cart cart, Sku sku, int quantity) {
        var more = new CartLine(sku, quantity);
        int together = cart.quantity(sku) + more.quantity();
        if (together > CartLine.MOST) {
            throw new TooManyPieces(sku);
        }
        return change(cart, sku, together);
    }

    /**
     * The cart with exactly so many of a product; 0 removes it.
     *
     * @throws Refusal not found: no such product in the shop; conflict: not so many in stock; malformed: quantity
     */
    public Cart change(Cart cart, Sku sku, int quantity) {
        if (quantity == 0) {
            return cart.with(sku, 0);
        }
        var wanted = new CartLine(sku, quantity);
        var product = Optional.ofNullable(catalogue.cards(List.of(sku)).get(sku))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + sku.value() + "."));
        if (!product.isBuyable() || product.stock() < wanted.quantity()) {
            throw new NotEnoughStock(product, wanted.quantity());
        }
        return cart.with(sku, wanted.quantity());
    }

    private static CartView.Line line(ProductCard product, int quantity) {
        return new CartView.Line(product, quantity, product.price().times(quantity));
    }
}
