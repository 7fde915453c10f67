package org.stoa.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a list's query found: not the products themselves.
 *
 * @param ids of the products of one page, in order
 * @param next where the next page starts; none on the last page
 */
record ProductIds(List<Long> ids, Optional<String> next) implements Serializable {}
