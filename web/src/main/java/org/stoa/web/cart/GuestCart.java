package org.stoa.web.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.stoa.cart.Cart;
import org.stoa.web.site.SiteCookie;

/**
 * The cart of the visitor, kept in his session. A cookie beside it tells the number of pieces to the scripts of pages, so
 * that pages, which are the same for everybody, need not ask for it.
 */
@RequestScoped
public class GuestCart {
    /** The cookie with the number of pieces; not there without a cart. Says nothing that is relied on. */
    public static final String COOKIE = "stoa-cart";

    private static final String ATTRIBUTE = "org.stoa.cart";

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentResponse response;

    /** The cart, empty where there is none; never begins a session. */
    public Cart get() {
        var cart = inSession();
        // The session may have ended before the browser did.
        if (!told().equals(toTell(cart))) {
            tell(cart);
        }
        return cart;
    }

    /**
     * Changes the cart; begins a session for a cart that holds something. The response must not be committed. Requests of
     * one session come here one after the other, so none is lost when two come at once.
     *
     * @param change makes the new cart of the present one; what it throws leaves the cart as it was
     * @return the new cart
     */
    public Cart update(UnaryOperator<Cart> change) {
        return keep(change.apply(inSession()));
    }

    private Cart inSession() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Cart) session.getAttribute(ATTRIBUTE))
                .orElse(Cart.EMPTY);
    }

    private Cart keep(Cart cart) {
        if (!cart.lines().isEmpty()) {
            request.getSession().setAttribute(ATTRIBUTE, cart);
        } else if (request.getSession(false) != null) {
            request.getSession(false).removeAttribute(ATTRIBUTE);
        }
        tell(cart);
        return cart;
    }

    private Optional<String> told() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<String> toTell(Cart cart) {
        return Optional.of(cart.pieces()).filter(pieces -> pieces > 0).map(String::valueOf);
    }

    private void tell(Cart cart) {
        response.get()
                .addCookie(toTell(cart)
                        .map(pieces -> SiteCookie.of(request, COOKIE, pieces))
                        .orElseGet(() -> SiteCookie.none(request, COOKIE)));
    }
}
