package org.stoa.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.stoa.cart.CartLine;
import org.stoa.cart.CartView;
import org.stoa.cart.Carts;

/** The cart of the visitor. */
@Named
@RequestScoped
public class CartPage {
    @Inject
    private Carts carts;

    @Inject
    private GuestCart guestCart;

    @Inject
    @Param(name = "notice")
    private String noticeKey;

    private CartView cart;

    /** Reads what the page shows. */
    public void load() {
        cart = carts.view(guestCart.get());
    }

    /** The cart as it is now. */
    public CartView getCart() {
        return cart;
    }

    /** Whether there is anything in it, be it only what is gone from the shop. */
    public boolean isFilled() {
        return !cart.lines().isEmpty() || !cart.gone().isEmpty();
    }

    /** What there is to tell about the last change, or none. */
    public Optional<CartNotice> getNotice() {
        return CartNotice.fromKey(noticeKey);
    }

    /** Whether any line wants more than there is. */
    public boolean isShort() {
        return cart.lines().stream().anyMatch(CartView.Line::isShort);
    }

    /** The most of one product in one cart. */
    public int getMost() {
        return CartLine.MOST;
    }
}
