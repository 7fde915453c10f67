package org.stoa.review;

import java.io.Serializable;

/**
 * Identifies a review for ever; never given to another one.
 *
 * @param value 1 or more
 */
public record ReviewId(long value) implements Serializable {}
