package org.stoa.catalogue;

import java.util.Optional;
import java.util.SortedMap;
import org.stoa.money.Money;

/**
 * What is to be different about a product; what is empty stays.
 *
 * @param title the new title
 * @param description the new description
 * @param price the new price
 * @param stock the new stock
 * @param status the new status
 * @param attributes all attributes, the new and the old
 */
public record ProductChange(
        Optional<String> title,
        Optional<String> description,
        Optional<Money> price,
        Optional<Integer> stock,
        Optional<ProductStatus> status,
        Optional<SortedMap<String, Object>> attributes) {}
