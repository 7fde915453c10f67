package org.stoa.search;

import java.io.Serializable;

/**
 * One value of a facet, with what choosing it would give.
 *
 * @param value as it stands in addresses
 * @param label its name for people where the shop's data hold one, else the value
 * @param count the products that have it, among those that all other facets let through; 0 or more
 * @param depth how far below the top of a tree it is; 0 for values without a tree
 * @param chosen whether it is chosen now
 */
public record FacetValue(String value, String label, long count, int depth, boolean chosen) implements Serializable {}
