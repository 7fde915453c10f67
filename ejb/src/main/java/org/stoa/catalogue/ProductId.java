package org.stoa.catalogue;

import java.io.Serializable;

/**
 * Identifies a product for ever; never given to another one.
 *
 * @param value 1 or more
 */
public record ProductId(long value) implements Serializable {}
