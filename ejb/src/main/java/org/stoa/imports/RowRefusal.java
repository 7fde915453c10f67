package org.stoa.imports;

/**
 * Why a row of a file was not imported.
 *
 * @param row its number; 1 is the first after the header
 * @param line the line of the file on which it begins, 1 or more
 * @param column the column that is wrong; empty where the whole row is
 * @param reason why, a sentence
 * @param value what stands there, cut to 200 characters
 */
public record RowRefusal(long row, long line, String column, String reason, String value) {
    private static final int LONGEST = 200;

    public RowRefusal {
        column = cut(column);
        value = cut(value);
    }

    /** A character of two halves is not cut apart; a NUL is nothing that the database takes. */
    private static String cut(String text) {
        var plain = text.replace('\0', ' ');
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return plain.substring(0, end);
    }
}
