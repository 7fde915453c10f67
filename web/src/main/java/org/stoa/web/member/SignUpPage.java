package org.stoa.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import org.stoa.member.PasswordRule;
import org.stoa.member.SignUp;
import org.stoa.member.SignUp.Fault;
import org.stoa.member.SignUp.Field;

/** The page to sign up: empty, or with what was typed and what is wrong with it. */
@Named
@RequestScoped
public class SignUpPage {
    private String email = "";
    private String name = "";
    private Map<Field, Fault> faults = Map.of();
    private boolean tooMany;

    void typed(String typedEmail, String typedName) {
        email = typedEmail;
        name = typedName;
    }

    void faulty(Map<Field, Fault> found) {
        faults = found;
    }

    void refused() {
        tooMany = true;
    }

    /** What was typed as address. */
    public String getEmail() {
        return email;
    }

    /** What was typed as name. */
    public String getName() {
        return name;
    }

    /** Whether anything is wrong with a field. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Whether too many accounts were opened from the same place. */
    public boolean isTooMany() {
        return tooMany;
    }

    /** The key of what is wrong with a field ({@code email}, {@code name}, {@code password}), or null. */
    public String fault(String field) {
        var fault = faults.get(Field.valueOf(field.toUpperCase(Locale.ROOT)));
        return fault == null ? null : MemberForm.fault(field, fault);
    }

    /** The most characters of a name. */
    public int getLongestName() {
        return SignUp.LONGEST_NAME;
    }

    /** The fewest characters of a password. */
    public int getShortestPassword() {
        return PasswordRule.SHORTEST;
    }
}
