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
import org.stoa.member.SignIn;
import org.stoa.web.security.MemberSession;
import org.stoa.web.site.SeeOther;

/** Takes the form to sign in. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/member/sign-in.xhtml";

    @Inject
    private transient SignIn signIn;

    @Inject
    private transient MemberSession sessions;

    @Inject
    private transient SignInPage page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!MemberForm.isReadable(request, response)) {
            return;
        }
        var email = MemberForm.field(request, "email");
        boolean remember = !MemberForm.field(request, "remember").isEmpty();
        page.typed(email, remember);
        try {
            var member = signIn.check(email, MemberForm.field(request, "password"), MemberForm.client(request));
            if (member.isEmpty()) {
                page.wrong();
                MemberForm.again(request, response, Refusal.Kind.INVALID.status(), VIEW);
                return;
            }
            sessions.begin(member.get(), remember, request, response);
            SeeOther.to(response, page.getNext());
        } catch (TooManyRequests e) {
            page.tooMany();
            MemberForm.again(request, response, e, VIEW);
        }
    }
}
