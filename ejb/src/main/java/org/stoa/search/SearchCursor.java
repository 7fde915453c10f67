package org.stoa.search;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/**
 * Where a page of found products starts: after the product with this key. Opaque outside: base64url of
 * {@code sort,id,key}.
 *
 * @param sort the order that it is a place in
 * @param key the last product's value of that order, as text
 * @param id the last product
 */
record SearchCursor(SearchSort sort, String key, long id) {
    private static final int LONGEST = 3000;
    private static final int PARTS = 3;

    /** As ranks and prices are written; a number with a huge exponent would take all memory when it is calculated with. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}\\.\\d{1,8}");

    /** Throws a Refusal (malformed) for what was never given out. */
    static SearchCursor parse(String text, SearchSort sort) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(",", PARTS);
            if (parts.length != PARTS || !parts[0].equals(sort.key()) || parts[2].indexOf('\0') >= 0) {
                throw malformed();
            }
            var cursor = new SearchCursor(sort, parts[2], Long.parseLong(parts[1]));
            cursor.value();
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

    /** The key as the database compares it; throws a Refusal (malformed) for a key that is none of this order. */
    Object value() {
        return switch (sort) {
            case TITLE -> key;
            case RELEVANCE, PRICE_UP, PRICE_DOWN -> {
                if (!NUMBER.matcher(key).matches()) {
                    throw malformed();
                }
                yield new BigDecimal(key);
            }
            case NEWEST -> id;
        };
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "cursor: only what a page of the same list gave as its next one.");
    }
}
