package org.stoa.catalogue;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/**
 * Stock keeping unit: what a product is called in carts, orders and the warehouse.
 *
 * @param value 1 to 40 letters, digits, dots, hyphens and underscores
 */
public record Sku(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Throws a Refusal (malformed) for null and for what is not of the form. */
    public Sku {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED,
                    "A SKU has 1 to 40 letters, digits, dots, hyphens and underscores, and starts with a letter or digit.");
        }
    }
}
