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
import org.stoa.data.SecondTry;
import org.stoa.member.Members;
import org.stoa.member.PasswordRule;
import org.stoa.member.SignIn;
import org.stoa.web.security.MemberSession;
import org.stoa.web.site.SeeOther;

/** Takes the forms of the account: another password, and signing out everywhere else. */
@WebServlet({AccountServlet.PASSWORD, "/account/sign-out-everywhere"})
public class AccountServlet extends HttpServlet {
    static final String PASSWORD = "/account/password";

    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/member/account.xhtml";

    @Inject
    private transient SignIn signIn;

    @Inject
    private transient Members members;

    @Inject
    private transient SecondTry secondTry;

    @Inject
    private transient MemberSession sessions;

    @Inject
    private transient AccountPage page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!MemberForm.isReadable(request, response)) {
            return;
        }
        if (request.getServletPath().equals(PASSWORD)) {
            changePassword(request, response);
        } else {
            var member = page.getMember();
            long epoch = secondTry.of(() -> members.signOutEverywhere(member.id(), member.epoch()));
            sessions.renew(member, epoch, request, response);
            SeeOther.to(response, "/account?notice=signed-out-everywhere");
        }
    }

    private void changePassword(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var member = page.getMember();
        var wanted = MemberForm.field(request, "new-password");
        var broken = PasswordRule.brokenBy(wanted);
        if (broken.isPresent()) {
            page.wantedIs(MemberForm.fault("password", broken.get()));
            MemberForm.again(request, response, Refusal.Kind.INVALID.status(), VIEW);
            return;
        }
        try {
            var present = MemberForm.field(request, "current-password");
            var epoch = signIn.changePassword(member, present, wanted, MemberForm.client(request));
            if (epoch.isEmpty()) {
                page.presentIs("fault.password.wrong");
                MemberForm.again(request, response, Refusal.Kind.INVALID.status(), VIEW);
                return;
            }
            sessions.renew(member, epoch.getAsLong(), request, response);
            SeeOther.to(response, "/account?notice=password-changed");
        } catch (TooManyRequests e) {
            page.presentIs("signInTooMany");
            MemberForm.again(request, response, e, VIEW);
        }
    }
}
