package org.stoa.job;

import java.time.Instant;

/**
 * A line that a job told of its work.
 *
 * @param number greater than those of the lines before it
 * @param at when it was written
 * @param text what it says, up to 500 characters
 */
public record JobLine(long number, Instant at, String text) {
    /** As many lines of a job are kept, the latest. */
    public static final int MOST = 200;

    private static final int LONGEST = 500;

    /** A text as a line has it: PostgreSQL keeps no NUL, and a line is one line. */
    static String storable(String text) {
        var line = text.replace("\0", "").replaceAll("\\R", " ");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
