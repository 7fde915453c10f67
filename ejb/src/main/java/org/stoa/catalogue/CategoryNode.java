package org.stoa.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * A category in the tree of all.
 *
 * @param id the category
 * @param slug its name in addresses
 * @param name its name for people
 * @param description one sentence, plain text, perhaps empty
 * @param children the categories below it in their order
 */
public record CategoryNode(long id, String slug, String name, String description, List<CategoryNode> children)
        implements Serializable {}
