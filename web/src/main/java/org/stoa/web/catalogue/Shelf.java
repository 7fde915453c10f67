package org.stoa.web.catalogue;

import java.util.List;
import org.stoa.catalogue.CategoryNode;
import org.stoa.catalogue.ProductCard;

/**
 * A few products of a category, side by side.
 *
 * @param category the category
 * @param products its first ones, perhaps none
 */
public record Shelf(CategoryNode category, List<ProductCard> products) {}
