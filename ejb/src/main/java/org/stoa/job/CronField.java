package org.stoa.job;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/** One field of a {@link Cron}: which numbers it allows. */
final class CronField {
    private static final Pattern PART = Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

    private final BitSet allowed = new BitSet();
    private final boolean restricted;

    private CronField(String text) {
        restricted = !text.startsWith("*");
    }

    /**
     * Reads one.
     *
     * @param least the least number that it may name, and {@code most} the greatest
     * @throws Refusal invalid: it is none
     */
    static CronField parse(String text, int least, int most) {
        var field = new CronField(text);
        for (var part : text.split(",", -1)) {
            field.add(part, least, most);
        }
        return field;
    }

    private void add(String part, int least, int most) {
        var match = PART.matcher(part);
        if (!match.matches()) {
            throw wrong(part, least, most);
        }
        int first = match.group(1) == null ? least : Integer.parseInt(match.group(1));
        int step = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
        int last = most;
        if (match.group(2) != null) {
            last = Integer.parseInt(match.group(2));
        } else if (match.group(1) != null && match.group(3) == null) {
            last = first;
        }
        if (first < least || last > most || first > last || step < 1) {
            throw wrong(part, least, most);
        }
        for (int number = first; number <= last; number += step) {
            allowed.set(number);
        }
    }

    private static Refusal wrong(String part, int least, int most) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "\"%s\" in a schedule is neither * nor a number or range from %d to %d.".formatted(part, least, most));
    }

    boolean has(int number) {
        return allowed.get(number);
    }

    /** The least allowed number from that one on; -1 if there is none. */
    int from(int number) {
        return allowed.nextSetBit(number);
    }

    /** Whether it does not begin with a star, as cron has it. */
    boolean isRestricted() {
        return restricted;
    }
}
