package org.stoa.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/**
 * Where a keyset page starts: after the product with this key. Opaque outside: base64url of {@code sort,id,key}.
 *
 * @param sort the order that it is a place in
 * @param key the last product's value of that order, as text
 * @param id the last product
 */
record Cursor(ProductSort sort, String key, long id) {
    private static final int LONGEST = 3000;
    private static final int PARTS = 3;

    /** As prices are kept; a number with a huge exponent would take all memory when it is calculated with. */
    private static final Pattern PRICE = Pattern.compile("\\d{1,10}\\.\\d{2}");

    /** Throws a Refusal (malformed) for what was never given out. */
    static Cursor parse(String text, ProductSort sort) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(",", PARTS);
            if (parts.length != PARTS || parts[2].indexOf('\0') >= 0) {
                throw malformed();
            }
            var cursor = new Cursor(
                    ProductSort.fromKey(parts[0]).orElseThrow(Cursor::malformed), parts[2], Long.parseLong(parts[1]));
            if (cursor.sort != sort) {
                throw malformed();
            }
            return cursor;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    String format() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s,%d,%s".formatted(sort.key(), id, key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key as a price; throws a Refusal (malformed) where it is none. */
    BigDecimal price() {
        if (!PRICE.matcher(key).matches()) {
            throw malformed();
        }
        return new BigDecimal(key);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "cursor: only what a page of the same list gave as its next one.");
    }
}
