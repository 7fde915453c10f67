package org.stoa.catalogue;

import java.io.Serializable;

/**
 * A category as a link names it.
 *
 * @param slug its name in addresses
 * @param name its name for people
 */
public record CategoryLink(String slug, String name) implements Serializable {}
