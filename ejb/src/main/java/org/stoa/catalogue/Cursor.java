package org.stoa.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/**
 * Where a keyset page of products starts: after the product with this key. Opaque outside: base64url of
 * {@code order,id,key}.
 *
 * @param order the name of the order that it is a place in; without a comma
 * @param key the last product's value of that order, as text
 * @param id the last product
 */
public record Cursor(String order, String key, long id) {
    private static final int LONGEST = 3000;
    private static final int PARTS = 3;

    /** As prices and ranks are written; a number with a huge exponent would take all memory when it is calculated with. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}\\.\\d{1,8}");

    /**
     * Reads what {@link #format} gave out.
     *
     * @param order the name of the order that the list has
     * @throws Refusal malformed: it was never given out, or in another order
     */
    public static Cursor parse(String text, String order) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(",", PARTS);
            if (parts.length != PARTS || !parts[0].equals(order) || parts[2].indexOf('\0') >= 0) {
                throw malformed();
            }
            return new Cursor(order, parts[2], Long.parseLong(parts[1]));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** As it stands in addresses: letters, digits, hyphens and underscores. */
    public String format() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s,%d,%s".formatted(order, id, key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key as a number: not negative, with 1 to 10 digits before the point and 1 to 8 behind it.
     *
     * @throws Refusal malformed: it is none
     */
    public BigDecimal number() {
        if (!NUMBER.matcher(key).matches()) {
            throw malformed();
        }
        return new BigDecimal(key);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "cursor: only what a page of the same list gave as its next one.");
    }
}
