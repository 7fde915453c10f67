package org.stoa.catalogue;

import java.util.Map;
import java.util.Optional;
import org.stoa.money.Money;

/**
 * What is to be different about a product; what is empty stays.
 *
 * @param title the new title
 * @param description the new description
 * @param price the new price
 * @param stock the new stock
 * @param status the new status
 * @param attributes new values by name; a name without a value is taken away; the others stay
 */
public record ProductChange(
        Optional<String> title,
        Optional<String> description,
        Optional<Money> price,
        Optional<Integer> stock,
        Optional<ProductStatus> status,
        Map<String, Optional<Object>> attributes) {}
