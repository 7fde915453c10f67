package org.stoa.catalogue;

import java.util.List;

/**
 * All that a category's own page shows besides its products.
 *
 * @param slug its name in addresses
 * @param name its name for people
 * @param description one sentence, plain text, perhaps empty
 * @param way the categories above it, from the top of the tree down
 * @param children the categories right below it in their order
 */
public record CategoryView(
        String slug, String name, String description, List<CategoryLink> way, List<CategoryLink> children) {}
