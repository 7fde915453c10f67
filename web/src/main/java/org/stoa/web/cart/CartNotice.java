package org.stoa.web.cart;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.cart.Cart;
import org.stoa.cart.CartLine;

/** What the page of the cart has to tell about the last change to it. */
public enum CartNotice {
    /** Something was put in. */
    ADDED,
    /** The number of something was changed. */
    CHANGED,
    /** Something was taken out. */
    REMOVED,
    /** There are fewer in stock than wanted; nothing was changed. */
    NOT_ENOUGH_STOCK,
    /** There are none at all; nothing was changed. */
    SOLD_OUT,
    /** More of one product than a cart holds; nothing was changed. */
    TOO_MANY,
    /** More different products than a cart holds; nothing was changed. */
    CART_FULL;

    /** Its name in addresses: {@code not-enough-stock}, ... */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it tells of a change that was not made. */
    public boolean isProblem() {
        return switch (this) {
            case ADDED, CHANGED, REMOVED -> false;
            case NOT_ENOUGH_STOCK, SOLD_OUT, TOO_MANY, CART_FULL -> true;
        };
    }

    /** The limit that its words name as {@code {0}}; 0 where they name none. */
    public int limit() {
        return switch (this) {
            case ADDED, CHANGED, REMOVED, NOT_ENOUGH_STOCK, SOLD_OUT -> 0;
            case TOO_MANY -> CartLine.MOST;
            case CART_FULL -> Cart.MOST_LINES;
        };
    }

    /** The notice of that name in addresses, or none. */
    static Optional<CartNotice> fromKey(String key) {
        return Stream.of(values()).filter(notice -> notice.key().equals(key)).findFirst();
    }
}
