package org.stoa.web.api;

import java.util.regex.Pattern;

/**
 * Up to where a client knows a job, as any clone understands it. Progress needs no number: what counts of it is the latest.
 *
 * @param line the number of the last line of the job that he has, 0 or more
 * @param ended whether he knows the end
 */
record EventId(long line, boolean ended) {
    /** Nothing is known. */
    static final EventId NONE = new EventId(0, false);

    private static final String END = ".end";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(\\.end)?");

    /** The id of that text; what was never given out stands for nothing. */
    static EventId parse(String text) {
        var matcher = FORM.matcher(text == null ? "" : text);
        return matcher.matches() ? new EventId(Long.parseLong(matcher.group(1)), matcher.group(2) != null) : NONE;
    }

    @Override
    public String toString() {
        return ended ? line + END : Long.toString(line);
    }
}
