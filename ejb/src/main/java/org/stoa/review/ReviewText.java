package org.stoa.review;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody says of a product, as he wrote it. Line ends are line feeds, nothing stands around the texts, and they are NFC.
 *
 * @param rating 1 (poor) to 5 (excellent) stars, unless there are {@link #faults}
 * @param title one line of plain text, perhaps empty
 * @param text plain text, paragraphs separated by blank lines
 */
public record ReviewText(int rating, String title, String text) {
    /** The most stars. */
    public static final int MOST_STARS = 5;

    /** In characters. */
    public static final int LONGEST_TITLE = 120;

    /** In characters. */
    public static final int LONGEST_TEXT = 5000;

    /** What is longer than this is not looked at any further. */
    private static final int ABSURD = 4 * LONGEST_TEXT;

    /** What somebody fills in. */
    public enum Field {
        /** The stars. */
        RATING,
        /** The headline. */
        TITLE,
        /** What he says. */
        TEXT
    }

    /** Why a field can't be taken. */
    public enum Fault {
        /** Nothing, or only blanks; of the rating also what is no number of stars. */
        MISSING,
        /** Too many characters. */
        TOO_LONG,
        /** Characters that can't be shown. */
        UNPRINTABLE
    }

    /** Brings the texts into their form; nulls are empty. */
    public ReviewText {
        title = normal(title);
        text = normal(text);
    }

    private static String normal(String typed) {
        if (typed == null) {
            return "";
        }
        var lines = typed.replaceAll("\\r\\n?", "\n").strip();
        return lines.length() > ABSURD ? lines : Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    /** What is wrong with it; empty if nothing. */
    public Map<Field, Fault> faults() {
        var faults = new EnumMap<Field, Fault>(Field.class);
        if (rating < 1 || rating > MOST_STARS) {
            faults.put(Field.RATING, Fault.MISSING);
        }
        if (title.length() > LONGEST_TITLE) {
            faults.put(Field.TITLE, Fault.TOO_LONG);
        } else if (title.codePoints().anyMatch(ReviewText::isUnprintable)) {
            faults.put(Field.TITLE, Fault.UNPRINTABLE);
        }
        if (text.isEmpty()) {
            faults.put(Field.TEXT, Fault.MISSING);
        } else if (text.length() > LONGEST_TEXT) {
            faults.put(Field.TEXT, Fault.TOO_LONG);
        } else if (text.codePoints().anyMatch(sign -> sign != '\n' && sign != '\t' && isUnprintable(sign))) {
            faults.put(Field.TEXT, Fault.UNPRINTABLE);
        }
        return faults;
    }

    /** Signs of format stay: they join emoji and Indic letters. */
    private static boolean isUnprintable(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
