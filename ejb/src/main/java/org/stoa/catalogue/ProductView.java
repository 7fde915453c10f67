package org.stoa.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.stoa.money.Money;

/**
 * All that a product's own page shows.
 *
 * @param id the product
 * @param slug its name in addresses
 * @param title its title
 * @param description plain text, paragraphs separated by blank lines
 * @param sku its stock keeping unit
 * @param price the price of one
 * @param stock pieces that can be sold, 0 or more
 * @param status never DRAFT
 * @param version grows with each change of the product
 * @param attributes what else is known of it, by name: text, number or truth value
 * @param images its pictures in their order, perhaps none
 * @param categories the way from the top of the category tree down to the product's category
 * @param rating what its reviews give it
 */
public record ProductView(
        ProductId id,
        String slug,
        String title,
        String description,
        Sku sku,
        Money price,
        int stock,
        ProductStatus status,
        long version,
        SortedMap<String, Object> attributes,
        List<ProductImage> images,
        List<CategoryLink> categories,
        Rating rating)
        implements Serializable {

    /** Whether it can be put into a cart now. */
    public boolean isBuyable() {
        return status == ProductStatus.ACTIVE && stock > 0;
    }

    /** Who made it: the attribute {@code author}. */
    public Optional<String> byline() {
        return Optional.ofNullable(attributes.get("author")).map(Object::toString);
    }

    /** What lists show of it. */
    public ProductCard card() {
        return new ProductCard(
                id,
                slug,
                title,
                byline(),
                sku,
                price,
                stock,
                status,
                version,
                images.stream().findFirst(),
                rating);
    }
}
