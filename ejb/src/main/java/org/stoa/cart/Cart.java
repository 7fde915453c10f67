package org.stoa.cart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.Refusal;
import org.stoa.catalogue.Sku;

/**
 * What somebody means to buy: a small immutable value that lives in the session. Prices, titles and stock are not in
 * it; they are read when it is shown.
 *
 * @param lines in the order in which they were added, each product once, at most {@link #MOST_LINES}
 */
public record Cart(List<CartLine> lines) implements Serializable {
    /** The most different products in one cart. */
    public static final int MOST_LINES = 50;

    /** The cart of one who has put nothing into it. */
    public static final Cart EMPTY = new Cart(List.of());

    /** Throws a Refusal (invalid) for too many lines. */
    public Cart {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new Refusal(Refusal.Kind.INVALID, "A cart holds at most " + MOST_LINES + " different products.");
        }
    }

    /** How many pieces are in it, 0 or more. */
    public int pieces() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    /** How many of a product are in it, 0 or more. */
    public int quantity(Sku sku) {
        return line(sku).map(CartLine::quantity).orElse(0);
    }

    /** With exactly so many of a product, where it stood before or at the end; without it for 0. */
    public Cart with(Sku sku, int quantity) {
        if (quantity == 0) {
            return new Cart(
                    lines.stream().filter(line -> !line.sku().equals(sku)).toList());
        }
        var changed = new CartLine(sku, quantity);
        if (line(sku).isEmpty()) {
            return new Cart(Stream.concat(lines.stream(), Stream.of(changed)).toList());
        }
        var all = new ArrayList<>(lines);
        all.replaceAll(line -> line.sku().equals(sku) ? changed : line);
        return new Cart(all);
    }

    private Optional<CartLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }
}
