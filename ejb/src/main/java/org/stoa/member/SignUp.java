package org.stoa.member;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;

/**
 * Opens accounts. Whoever signs up learns nothing about whether the address has an account already: work and answer are the
 * same, and the owner of the address is told by mail.
 */
@ApplicationScoped
public class SignUp {
    /** In characters. */
    public static final int LONGEST_NAME = 100;

    @Resource(lookup = "java:global/stoa/staffEmail")
    private String staffEmail;

    @Inject
    private TryCounts tries;

    @Inject
    private Members members;

    @Inject
    private Passwords passwords;

    @Inject
    private OwnerNotices notices;

    /** What somebody types who signs up. */
    public enum Field {
        /** The e-mail address. */
        EMAIL,
        /** What he wants to be called. */
        NAME,
        /** His password. */
        PASSWORD
    }

    /** Why a field can't be taken. */
    public enum Fault {
        /** Nothing, or only blanks. */
        MISSING,
        /** No e-mail address. */
        NO_ADDRESS,
        /** Too long, or with characters that can't be shown. */
        NO_NAME,
        /** See {@link PasswordRule#TOO_SHORT}. */
        TOO_SHORT,
        /** See {@link PasswordRule#TOO_LONG}. */
        TOO_LONG,
        /** See {@link PasswordRule#TOO_COMMON}. */
        TOO_COMMON
    }

    /** What is wrong with what was typed; empty if nothing. Nulls are missing. */
    public static Map<Field, Fault> faults(String email, String name, String password) {
        var faults = new EnumMap<Field, Fault>(Field.class);
        if (isBlank(email)) {
            faults.put(Field.EMAIL, Fault.MISSING);
        } else if (Email.parse(email).isEmpty()) {
            faults.put(Field.EMAIL, Fault.NO_ADDRESS);
        }
        if (isBlank(name)) {
            faults.put(Field.NAME, Fault.MISSING);
        } else if (!isName(normal(name))) {
            faults.put(Field.NAME, Fault.NO_NAME);
        }
        if (password == null || password.isEmpty()) {
            faults.put(Field.PASSWORD, Fault.MISSING);
        } else {
            PasswordRule.brokenBy(password).ifPresent(rule -> faults.put(Field.PASSWORD, fault(rule)));
        }
        return faults;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.codePoints().noneMatch(SignUp::isUnprintable);
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String normal(String name) {
        return name.length() > LONGEST_NAME * 4 ? name : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private static Fault fault(PasswordRule rule) {
        return switch (rule) {
            case TOO_SHORT -> Fault.TOO_SHORT;
            case TOO_LONG -> Fault.TOO_LONG;
            case TOO_COMMON -> Fault.TOO_COMMON;
        };
    }

    /**
     * Opens an account unless the address has one; who asked is not told which.
     *
     * @throws TooManyRequests too many from this address
     * @throws Refusal invalid: there are {@link #faults}; unavailable: the primary is away, or too many at once
     */
    public void open(String email, String name, String password, ClientAddress from) {
        if (!faults(email, name, password).isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "The account can't be opened with this.");
        }
        tries.count(Limit.SIGN_UP_FROM_ADDRESS, from.key()).ifPresent(wait -> {
            throw new TooManyRequests("Too many accounts were opened from here. Please try again later.", wait);
        });
        var address = Email.parse(email).orElseThrow();
        var hash = hash(password, from);
        if (isOfStaff(address) || !members.open(address, normal(name), hash, Role.MEMBER)) {
            notices.somebodyTried(address);
        }
    }

    private PasswordHash hash(String password, ClientAddress from) {
        try {
            return passwords.hash(password);
        } catch (Refusal busy) {
            tries.takeBack(Limit.SIGN_UP_FROM_ADDRESS, from.key());
            throw busy;
        }
    }

    /** Taken even before the account is there: who had it would keep the staff's from being opened. */
    private boolean isOfStaff(Email address) {
        return Email.parse(staffEmail).filter(address::equals).isPresent();
    }
}
