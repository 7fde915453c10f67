package org.stoa.web.member;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.member.SignUp;
import org.stoa.web.site.SeeOther;

/** Takes the form to sign up, and leads on to the page to sign in; the same for addresses that have an account already. */
@WebServlet("/sign-up")
public class SignUpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/member/sign-up.xhtml";

    @Inject
    private transient SignUp signUp;

    @Inject
    private transient SignUpPage page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!MemberForm.isReadable(request, response)) {
            return;
        }
        var email = MemberForm.field(request, "email");
        var name = MemberForm.field(request, "name");
        var password = MemberForm.field(request, "password");
        page.typed(email, name);
        var faults = SignUp.faults(email, name, password);
        if (!faults.isEmpty()) {
            page.faulty(faults);
            MemberForm.again(request, response, Refusal.Kind.INVALID.status(), VIEW);
            return;
        }
        try {
            signUp.open(email, name, password, MemberForm.client(request));
            SeeOther.to(response, "/sign-in?notice=signed-up");
        } catch (TooManyRequests e) {
            page.refused();
            MemberForm.again(request, response, e, VIEW);
        }
    }
}
