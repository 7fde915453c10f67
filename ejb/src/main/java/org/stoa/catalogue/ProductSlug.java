package org.stoa.catalogue;

import com.github.slugify.Slugify;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stoa.Sha256;

/** What products may be called in addresses, the nicest first. */
final class ProductSlug {
    private static final int LONGEST = 120;
    private static final Slugify WORDS = Slugify.builder().build();
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final int HASH = 16;

    private ProductSlug() {}

    /**
     * Its title; its title and SKU, where another product has that title; and what no other product can be called but by
     * intent. A title without a Latin letter or digit is left out.
     */
    static List<String> of(String title, Sku sku) {
        var words = plain(WORDS.slugify(title));
        var number = plain(sku.value().toLowerCase(Locale.ROOT));
        var unique = number + "-"
                + Sha256.hex(sku.value().getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
        return List.of(joined(words, words.isEmpty() ? number : ""), joined(words, number), joined(words, unique));
    }

    private static String joined(String words, String end) {
        int room = end.isEmpty() ? LONGEST : LONGEST - end.length() - 1;
        var start = plain(words.substring(0, Math.min(words.length(), room)));
        return start.isEmpty() ? end : end.isEmpty() ? start : start + "-" + end;
    }

    private static String plain(String text) {
        return EDGES.matcher(OTHER.matcher(text).replaceAll("-")).replaceAll("");
    }
}
