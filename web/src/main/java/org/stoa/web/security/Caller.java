package org.stoa.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.member.MemberId;
import org.stoa.member.MemberView;
import org.stoa.member.MemberViews;

/**
 * Who makes this request. What he is and may do is read from the primary, once a request and only when asked for: a session
 * says only who he was when he signed in.
 */
@RequestScoped
public class Caller {
    @Inject
    private HttpServletRequest request;

    @Inject
    private MemberViews members;

    private Optional<MemberView> found;

    /**
     * The member who is signed in, or empty: nobody, or a program of the staff.
     *
     * @throws Refusal unavailable: the primary is away, and somebody says that he is signed in
     */
    public Optional<MemberView> member() {
        if (request.getAttribute(MemberSession.UNKNOWN) != null) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "Who is signed in can't be found out for a moment. Please try again soon.");
        }
        if (found == null) {
            found = signedIn().flatMap(this::present);
        }
        return found;
    }

    private Optional<SignedIn> signedIn() {
        return Optional.ofNullable((SignedIn) request.getAttribute(MemberSession.ATTRIBUTE));
    }

    private Optional<MemberView> present(SignedIn who) {
        return members.find(new MemberId(who.member())).filter(member -> member.epoch() == who.epoch());
    }

    /** The id of {@link #member()}. */
    public Optional<MemberId> memberId() {
        return member().map(MemberView::id);
    }

    /** The name of {@link #member()}. */
    public Optional<String> name() {
        return member().map(MemberView::name);
    }

    /** Whether a member is signed in, or it is a program of the staff. */
    public boolean isKnown() {
        return isProgram() || member().isPresent();
    }

    /** Whether he runs the shop, as a member or as a program. */
    public boolean isStaff() {
        return isProgram() || member().filter(MemberView::isStaff).isPresent();
    }

    private boolean isProgram() {
        return signedIn().isEmpty() && request.isUserInRole(Roles.STAFF);
    }
}
