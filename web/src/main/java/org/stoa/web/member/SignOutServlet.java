package org.stoa.web.member;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.stoa.cart.Cart;
import org.stoa.web.cart.GuestCart;
import org.stoa.web.security.MemberSession;
import org.stoa.web.site.SeeOther;

/** Takes the form to sign out. The cart goes too: the next one at this device may be somebody else. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MemberSession sessions;

    @Inject
    private transient GuestCart cart;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        cart.update(before -> Cart.EMPTY);
        SeeOther.to(response, "/sign-in?notice=signed-out");
    }
}
