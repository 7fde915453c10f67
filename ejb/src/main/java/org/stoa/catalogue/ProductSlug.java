package org.stoa.catalogue;

import com.github.slugify.Slugify;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stoa.Sha256;

/** What products may be called in addresses, the nicest first. */
final class ProductSlug {
    /** How many {@link #of} knows. */
    static final int CHOICES = 3;

    private static final int LONGEST = 120;
    private static final Slugify WORDS = Slugify.builder().build();
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final int HASH = 16;

    private ProductSlug() {}

    /**
     * What a product may be called. A title without a Latin letter or digit is left out.
     *
     * @param choice 0: its title; 1: its title and SKU, where another product has that title; 2: what no other product is
     *     called but by intent
     */
    static String of(String title, Sku sku, int choice) {
        var words = plain(WORDS.slugify(title));
        var number = plain(sku.value().toLowerCase(Locale.ROOT));
        return switch (choice) {
            case 0 -> joined(words, words.isEmpty() ? number : "");
            case 1 -> joined(words, number);
            case 2 -> joined(words, number + "-" + hash(sku));
            default -> throw new IllegalArgumentException("Choice " + choice);
        };
    }

    private static String hash(Sku sku) {
        return Sha256.hex(sku.value().getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
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
