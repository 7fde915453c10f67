package org.stoa.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title as lists are sorted by it: lower case, without accents, punctuation and a leading English article. */
final class SortTitle {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) (?=.)");

    private SortTitle() {}

    static String of(String title) {
        var plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        var words =
                OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        var sorted = ARTICLE.matcher(words).replaceFirst("");
        return sorted.isEmpty() ? title : sorted;
    }
}
