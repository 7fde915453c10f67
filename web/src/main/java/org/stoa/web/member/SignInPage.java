package org.stoa.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.stoa.web.security.LocalPath;

/** The page to sign in: empty, or with what was typed and why it was not done. */
@Named
@RequestScoped
public class SignInPage {
    private static final Set<String> NOTICES = Set.of("signed-up", "signed-out");

    @Inject
    private HttpServletRequest request;

    private String email = "";
    private boolean remember;
    private String problem;

    void typed(String typedEmail, boolean toRemember) {
        email = typedEmail;
        remember = toRemember;
    }

    void wrong() {
        problem = "signInWrong";
    }

    void tooMany() {
        problem = "signInTooMany";
    }

    /** What was typed as address. */
    public String getEmail() {
        return email;
    }

    /** Whether to stay signed in was asked for. */
    public boolean isRemember() {
        return remember;
    }

    /** The key of why it was not done, or null. */
    public String getProblem() {
        return problem;
    }

    /** The key of what there is to tell beforehand, or null. */
    public String getNotice() {
        return Optional.ofNullable(request.getParameter("notice"))
                .filter(NOTICES::contains)
                .filter(known -> problem == null)
                .map(known -> "notice." + known)
                .orElse(null);
    }

    /** Where to go on afterwards; only ever in this shop. */
    public String getNext() {
        return LocalPath.parse(request.getParameter("next"))
                .orElse(LocalPath.ACCOUNT)
                .value();
    }
}
