package org.stoa.web.cart;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.stoa.Refusal;
import org.stoa.cart.Cart;
import org.stoa.cart.Carts;
import org.stoa.cart.NotEnoughStock;
import org.stoa.cart.TooManyPieces;
import org.stoa.catalogue.Sku;
import org.stoa.web.site.SeeOther;

/** Takes the forms that put products into the cart and change their number, and leads back to the cart. */
@WebServlet({"/cart/items", "/cart/items/*"})
public class CartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    @Inject
    private transient Carts carts;

    @Inject
    private transient GuestCart guestCart;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var notice = request.getPathInfo() == null ? add(request) : change(request);
        SeeOther.to(response, "/cart?notice=" + notice.key());
    }

    private CartNotice add(HttpServletRequest request) {
        var sku = new Sku(request.getParameter("sku"));
        int more = quantity(request);
        return update(cart -> carts.add(cart, sku, more), CartNotice.ADDED);
    }

    private CartNotice change(HttpServletRequest request) {
        var sku = new Sku(request.getPathInfo().substring(1));
        int quantity = quantity(request);
        return update(
                cart -> carts.change(cart, sku, quantity), quantity == 0 ? CartNotice.REMOVED : CartNotice.CHANGED);
    }

    /** Changes the cart; tells instead why it could not be changed where the shopper can do something about it. */
    private CartNotice update(UnaryOperator<Cart> change, CartNotice done) {
        try {
            guestCart.update(change);
            return done;
        } catch (NotEnoughStock e) {
            return e.available() == 0 ? CartNotice.SOLD_OUT : CartNotice.NOT_ENOUGH_STOCK;
        } catch (TooManyPieces e) {
            return CartNotice.TOO_MANY;
        } catch (Refusal e) {
            if (e.kind() == Refusal.Kind.INVALID) {
                return CartNotice.CART_FULL;
            }
            throw e;
        }
    }

    private static int quantity(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("quantity"))
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .orElseThrow(() -> new Refusal(Refusal.Kind.MALFORMED, "quantity: a whole number."));
    }
}
