package org.stoa.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a catalogue that is imported says about a product. Where it says nothing, a product that is there keeps what it has.
 *
 * @param sku names the product
 * @param title 1 to 500 characters
 * @param description plain text, at most 20,000 characters
 * @param price 0 or more euros, two decimals
 * @param stock 0 or more pieces
 * @param category the slug of a category that exists
 * @param attributes values by name; a name without a value is taken away; others stay
 */
public record ImportedProduct(
        Sku sku,
        String title,
        Optional<String> description,
        Optional<BigDecimal> price,
        Optional<Integer> stock,
        Optional<String> category,
        Map<String, Optional<Object>> attributes) {

    /**
     * What a new product gets about which the catalogue says nothing.
     *
     * @param description plain text, at most 20,000 characters
     * @param price 0 or more euros
     * @param stock 0 or more pieces
     * @param category the slug of a category that exists; null only where each product names its own
     */
    public record Defaults(String description, BigDecimal price, int stock, String category) {}

    /**
     * What became of some products; what is neither was the same already.
     *
     * @param created how many are new, 0 or more
     * @param updated how many were changed, 0 or more
     */
    public record Outcome(int created, int updated) {}
}
