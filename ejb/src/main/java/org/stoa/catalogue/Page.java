package org.stoa.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, by keyset: it says where the next one starts, not how many there are.
 *
 * @param items what is on the page, in order
 * @param next where the next page starts; none on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {}
