package org.stoa.imports;

import java.util.Locale;
import java.util.Optional;

/** International standard book numbers (ISO 2108). */
final class Isbn {
    private static final int SHORT = 10;
    private static final int LONG = 13;

    private Isbn() {}

    /**
     * The number with 13 digits.
     *
     * @param text 10 or 13 digits, hyphens and blanks between them; leading zeros that a spreadsheet took away are put back
     * @return empty where the check digit is wrong, or it is no such number
     */
    static Optional<String> of(String text) {
        var digits = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (digits.matches("97[89][0-9]{10}")) {
            return check13(digits.substring(0, LONG - 1)) == digits.charAt(LONG - 1)
                    ? Optional.of(digits)
                    : Optional.empty();
        }
        if (!digits.matches("[0-9]{4,9}[0-9X]")) {
            return Optional.empty();
        }
        var padded = "0".repeat(SHORT - digits.length()) + digits;
        var body = padded.substring(0, SHORT - 1);
        if (check10(body) != padded.charAt(SHORT - 1)) {
            return Optional.empty();
        }
        return Optional.of("978" + body + check13("978" + body));
    }

    private static char check10(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (SHORT - i) * (body.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static char check13(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (body.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
