package org.stoa.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A title as lists are sorted by it: lower case, without accents, punctuation and a leading English article; its beginning,
 * where it is long.
 */
final class SortTitle {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) (?=.)");

    /** In UTF-16 units, of up to 3 bytes: an entry of an index holds 2,704 bytes. Taken apart, a Hangul syllable is three. */
    private static final int LONGEST = 500;

    private SortTitle() {}

    static String of(String title) {
        var plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        var words =
                OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        var sorted = ARTICLE.matcher(words).replaceFirst("");
        return beginning(sorted.isEmpty() ? title : sorted);
    }

    private static String beginning(String sorted) {
        if (sorted.length() <= LONGEST) {
            return sorted;
        }
        return sorted.substring(0, Character.isHighSurrogate(sorted.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
