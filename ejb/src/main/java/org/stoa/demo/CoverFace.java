package org.stoa.demo;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a text is set, and how wide it gets.
 *
 * @param capitals whether it is set in capitals only
 * @param italic whether it slants
 * @param tracking the extra space after each letter, as a share of the size
 */
record CoverFace(boolean capitals, boolean italic, double tracking) {
    static final CoverFace CAPITALS = new CoverFace(true, false, 0.05);
    static final CoverFace WIDE_CAPITALS = new CoverFace(true, false, 0.16);
    static final CoverFace ROMAN = new CoverFace(false, false, 0);
    static final CoverFace ITALIC = new CoverFace(false, true, 0);

    /** The text as this face writes it, with printers' apostrophes. */
    String set(String text) {
        String printed = text.replace('\'', '’');
        return capitals ? printed.toUpperCase(Locale.ROOT) : printed;
    }

    /** The estimated width of a text that is already set; rather too much than too little. */
    double width(String text, double size) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                        .codePoints()
                        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                        .mapToDouble(character -> glyph(character) + tracking)
                        .sum()
                * size;
    }

    // Nobody knows which serif face the reader's machine has, so these are the widths of a broad one.
    private static double glyph(int character) {
        if (character > 0xffff) {
            return 1.4;
        } else if ("ijl.,:;'’‘| \u00a0".indexOf(character) >= 0) {
            return 0.35;
        } else if ("ftIJ!()[]-‐·".indexOf(character) >= 0) {
            return 0.42;
        } else if ("rsz\"“”?/–".indexOf(character) >= 0) {
            return 0.56;
        } else if ("acekovxy".indexOf(character) >= 0) {
            return 0.61;
        } else if ("bdghnpqu0123456789".indexOf(character) >= 0) {
            return 0.66;
        } else if ("ABEFKLPRSTVXYZ".indexOf(character) >= 0) {
            return 0.76;
        } else if ("CDGHNOQUw+=".indexOf(character) >= 0) {
            return 0.89;
        } else {
            return 1.05;
        }
    }
}
