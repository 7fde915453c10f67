package org.stoa.cluster;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** How long replicas are held back, as people write it. */
final class LagTime {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|min)");
    private static final Duration LONGEST = Duration.ofHours(1);

    private LagTime() {}

    /**
     * Reads {@code 500ms}, {@code 2s}, {@code 1min}, {@code 0} or ISO 8601 ({@code PT0.5S}).
     *
     * @throws IllegalArgumentException if it is something else, negative or longer than an hour
     */
    static Duration parse(String text) {
        var time = read(text.strip().toLowerCase(Locale.ROOT));
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "replicas can be held back by 0 to " + LONGEST.toMinutes() + " minutes: " + text);
        }
        return time;
    }

    private static Duration read(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        var matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            var number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                default -> Duration.ofMinutes(number);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: write 500ms, 2s, 1min, PT0.5S or 0", e);
        }
    }
}
