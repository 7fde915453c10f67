package org.stoa.review;

import java.io.Serializable;

/**
 * How many reviews of a product give so many stars.
 *
 * @param stars 1 to 5
 * @param count how many do, 0 or more
 * @param percent how many in a hundred, 0 to 100, rounded
 */
public record StarCount(int stars, int count, int percent) implements Serializable {}
