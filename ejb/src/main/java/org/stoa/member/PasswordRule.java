package org.stoa.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which passwords are taken. */
public enum PasswordRule {
    /** Too short. */
    TOO_SHORT,
    /** Too long. */
    TOO_LONG,
    /** One of those that are tried first. */
    TOO_COMMON;

    /** In characters. */
    public static final int SHORTEST = 10;

    /** In characters. */
    public static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 4;

    /** Of the lists of leaked passwords those that are long enough to pass otherwise. */
    private static final Set<String> WORST = Set.of(
            "0123456789",
            "1234567890",
            "12345678910",
            "123456789a",
            "1234567891",
            "0987654321",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "abcdefghij",
            "administrator",
            "asdfghjkl1",
            "basketball",
            "changeme123",
            "correcthorsebatterystaple",
            "iloveyou123",
            "letmein123",
            "passw0rd123",
            "password01",
            "password10",
            "password12",
            "password123",
            "password1234",
            "password12345",
            "passwordpassword",
            "q1w2e3r4t5",
            "q1w2e3r4t5y6",
            "qwerty1234",
            "qwerty12345",
            "qwerty123456",
            "qwertyuiop",
            "qwertyuiop123",
            "welcome123");

    /** The rule that a password breaks, or none; case does not make a common one better. */
    public static Optional<PasswordRule> brokenBy(String password) {
        // Long texts are refused before anything is done with them.
        if (password.length() > 4 * LONGEST) {
            return Optional.of(TOO_LONG);
        }
        var normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of(TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        boolean common = WORST.contains(normal.toLowerCase(Locale.ROOT))
                || normal.codePoints().distinct().count() < FEWEST_DIFFERENT;
        return common ? Optional.of(TOO_COMMON) : Optional.empty();
    }
}
