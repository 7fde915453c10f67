package org.stoa.search;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that somebody has typed, made safe and plain for the database. The rest of the folding is done there. */
final class SearchText {
    /** What PostgreSQL does not take, and what nobody sees: NUL and other controls, lone surrogates. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\"\\s-]");

    /** A minus excludes a word where one begins; elsewhere it only joins two. */
    private static final Pattern NO_EXCLUSION = Pattern.compile("(?<!^|\\s)-|-(?![\\p{L}\\p{N}\"])");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchText() {}

    /** Without what can't be seen, and with one space where there were several or other ones. */
    static String clean(String typed) {
        return SPACES.matcher(UNSEEN.matcher(typed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** What websearch_to_tsquery is to read of a clean text: words, quotes and leading minus signs. */
    static String query(String clean) {
        var quoted = QUOTES.matcher(clean).replaceAll("\"");
        var words = SIGNS.matcher(quoted).replaceAll(" ");
        return SPACES.matcher(NO_EXCLUSION.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** The words of a clean text. */
    static List<String> words(String clean) {
        return Arrays.stream(BETWEEN_WORDS.split(clean))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * What to_tsquery is to read of a clean text that is still being typed: products whose title or author has all the words,
     * the last of them perhaps unfinished. Empty where there is no word.
     */
    static String beginning(String clean) {
        var words = words(clean);
        if (words.isEmpty()) {
            return "";
        }
        return words.stream().map(word -> "'" + word + "':AB").collect(Collectors.joining(" & ", "", "*"));
    }
}
