package org.stoa.catalogue;

import java.util.Optional;
import org.stoa.money.Money;

/**
 * What a list shows of a product.
 *
 * @param id the product
 * @param slug its name in addresses
 * @param title its title
 * @param byline who made it, as lists show below the title: the attribute {@code author}
 * @param sku its stock keeping unit
 * @param price the price of one
 * @param stock pieces that can be sold, 0 or more
 * @param status never DRAFT
 * @param version grows with each change of the product
 * @param image its first picture
 * @param rating what its reviews give it
 */
public record ProductCard(
        ProductId id,
        String slug,
        String title,
        Optional<String> byline,
        Sku sku,
        Money price,
        int stock,
        ProductStatus status,
        long version,
        Optional<ProductImage> image,
        Rating rating) {

    /** Whether it can be put into a cart now. */
    public boolean isBuyable() {
        return status == ProductStatus.ACTIVE && stock > 0;
    }
}
