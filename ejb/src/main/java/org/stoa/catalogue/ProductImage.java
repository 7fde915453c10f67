package org.stoa.catalogue;

import java.io.Serializable;

/**
 * A picture of a product.
 *
 * @param name the name under {@code /media/}: the SHA-256 of the bytes in hexadecimal and the extension of the type
 * @param alt what the picture shows, for those who can't see it
 * @param width in pixels of its own coordinate system, 1 or more
 * @param height in pixels of its own coordinate system, 1 or more
 */
public record ProductImage(String name, String alt, int width, int height) implements Serializable {}
