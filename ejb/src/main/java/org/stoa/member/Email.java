package org.stoa.member;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.Sha256;

/**
 * An e-mail address in the one form in which accounts know it: without blanks around, NFC, in lower case.
 *
 * @param value 3 to 254 characters
 */
public record Email(String value) {
    /** In characters (RFC 5321, 4.5.3.1.3, and the brackets). */
    public static final int LONGEST = 254;

    /** Not all that RFC 5322 allows (quoted names, comments), but all that people have. */
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>()\\[\\]\\\\,;:\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                    + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    /** The address that somebody typed, or none if it can't be one. */
    public static Optional<Email> parse(String typed) {
        if (typed == null || typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var normal = normal(typed);
        return normal.length() <= LONGEST && FORM.matcher(normal).matches()
                ? Optional.of(new Email(normal))
                : Optional.empty();
    }

    /** Under which key tries with what was typed are counted, be it an address or not: 64 hexadecimal digits. */
    static String key(String typed) {
        return Sha256.hex(normal(typed).getBytes(StandardCharsets.UTF_8));
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
