package org.stoa.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.stoa.Refusal;
import org.stoa.member.MemberView;
import org.stoa.member.PasswordRule;
import org.stoa.web.security.Caller;

/** The account of the member who is signed in. */
@Named
@RequestScoped
public class AccountPage {
    private static final Set<String> NOTICES = Set.of("password-changed", "signed-out-everywhere");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Caller caller;

    private String presentFault;
    private String wantedFault;

    void presentIs(String fault) {
        presentFault = fault;
    }

    void wantedIs(String fault) {
        wantedFault = fault;
    }

    /** The member; programs have no account. */
    public MemberView getMember() {
        return caller.member().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no account."));
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(request.getParameter("notice"))
                .filter(NOTICES::contains)
                .map(known -> "notice." + known)
                .orElse(null);
    }

    /** The key of what is wrong with the present password, or null. */
    public String getPresentFault() {
        return presentFault;
    }

    /** The key of what is wrong with the new password, or null. */
    public String getWantedFault() {
        return wantedFault;
    }

    /** The fewest characters of a password. */
    public int getShortestPassword() {
        return PasswordRule.SHORTEST;
    }
}
