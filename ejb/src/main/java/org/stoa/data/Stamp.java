package org.stoa.data;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a reader must not be behind: a look that was sent after a commit of his.
 *
 * @param generation of the ticks; ticks of different generations don't compare
 * @param tick the first tick of the look, greater than 0. Whatever was read by a look whose first tick is as great or greater
 *     has seen that commit: ticks are drawn one after the other, and this one was drawn after the commit.
 */
public record Stamp(UUID generation, long tick) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[.]([1-9][0-9]{0,17})");

    /** The stamp of that text, or none where the text is not that of a stamp. */
    public static Optional<Stamp> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Stamp(UUID.fromString(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** As it travels in cookies and headers: the generation, a dot, the tick in decimals; fit for a cookie as it is. */
    @Override
    public String toString() {
        return generation + "." + tick;
    }
}
