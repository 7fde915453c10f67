package org.stoa.web.search;

import org.stoa.search.Facet;

/**
 * Something to choose or to take back, as a link.
 *
 * @param facet the facet that it is of
 * @param label its name for people
 * @param count how many products it would leave
 * @param depth how far below the top of a tree it is; 0 without a tree
 * @param chosen whether it is chosen, so that the link takes it back
 * @param link the address
 */
public record Choice(Facet facet, String label, long count, int depth, boolean chosen, String link) {}
