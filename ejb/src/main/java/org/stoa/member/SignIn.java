package org.stoa.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.data.SecondTry;

/**
 * Finds out whether somebody is the member that he says he is. Answers and work are the same for accounts that don't exist.
 */
@ApplicationScoped
public class SignIn {
    @Inject
    private TryCounts tries;

    @Inject
    private MemberViews members;

    @Inject
    private Members accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SecondTry secondTry;

    /**
     * Checks a password.
     *
     * @param email as it was typed, or null
     * @param password as it was typed, or null
     * @param from who asks
     * @return the member, or empty: there is no such account, or this is not its password
     * @throws TooManyRequests so many tries failed that this one was not made
     * @throws Refusal unavailable: the primary is away, or too many sign in at once
     */
    public Optional<MemberView> check(String email, String password, ClientAddress from) {
        var account = Email.key(email == null ? "" : email);
        count(account, from.key());
        var found = Email.parse(email).flatMap(members::credentials);
        var hash = found.flatMap(MemberViews.Credentials::hash);
        boolean right;
        try {
            right = matches(hash, password) && hash.isPresent();
        } catch (Refusal busy) {
            tries.takeBack(Limit.SIGN_IN_TO_ACCOUNT, account);
            tries.takeBack(Limit.SIGN_IN_FROM_ADDRESS, from.key());
            throw busy;
        }
        if (!right) {
            return Optional.empty();
        }
        tries.forget(Limit.SIGN_IN_TO_ACCOUNT, account);
        tries.takeBack(Limit.SIGN_IN_FROM_ADDRESS, from.key());
        var member = found.orElseThrow().member();
        strengthen(member, hash.orElseThrow(), password);
        return Optional.of(member);
    }

    private void count(String account, String address) {
        tries.count(Limit.SIGN_IN_FROM_ADDRESS, address).ifPresent(SignIn::refuse);
        tries.count(Limit.SIGN_IN_TO_ACCOUNT, account).ifPresent(wait -> {
            // Not made, so it does not count against others at the same address.
            tries.takeBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            refuse(wait);
        });
    }

    private static void refuse(Duration wait) {
        throw new TooManyRequests("Too many sign-ins have failed. Please try again later.", wait);
    }

    private boolean matches(Optional<PasswordHash> hash, String password) {
        // What no password can be is not hashed as it is, but the work is the same.
        boolean possible = password != null
                && PasswordRule.brokenBy(password)
                        .filter(PasswordRule.TOO_LONG::equals)
                        .isEmpty();
        return passwords.matches(hash.orElse(PasswordHash.OF_NOBODY), possible ? password : "") && possible;
    }

    private void strengthen(MemberView member, PasswordHash hash, String password) {
        if (hash.isOutdated()) {
            accounts.strengthen(member.id(), hash, passwords.hash(password));
        }
    }

    /**
     * Sets another password for a member who is signed in and knows the present one.
     *
     * @param member as his session knows him: it is refused where this has another epoch by now
     * @return the epoch of sessions that begin now, or empty: the present one was not right
     * @throws TooManyRequests so many tries failed that this one was not made
     * @throws Refusal invalid: the new one can't be taken; conflict: changed or signed out elsewhere at the same time;
     *     unavailable
     */
    public OptionalLong changePassword(MemberView member, String present, String wanted, ClientAddress from) {
        if (PasswordRule.brokenBy(wanted).isPresent()) {
            throw new Refusal(Refusal.Kind.INVALID, "The new password can't be taken.");
        }
        if (check(member.email(), present, from).isEmpty()) {
            return OptionalLong.empty();
        }
        var hash = passwords.hash(wanted);
        return OptionalLong.of(secondTry.of(() -> accounts.changePassword(member.id(), member.epoch(), hash)));
    }
}
