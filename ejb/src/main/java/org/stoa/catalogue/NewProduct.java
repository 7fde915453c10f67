package org.stoa.catalogue;

import java.util.List;
import java.util.SortedMap;
import org.stoa.money.Money;

/**
 * What is needed to take a product into the catalogue.
 *
 * @param category the slug of its category
 * @param slug its name in addresses, not yet taken
 * @param sku its stock keeping unit, not yet taken
 * @param title 1 to 500 characters
 * @param description plain text, at most 20,000 characters
 * @param price 0 or more euros
 * @param stock 0 or more pieces
 * @param attributes what else is known of it
 * @param images its pictures in their order
 */
public record NewProduct(
        String category,
        String slug,
        Sku sku,
        String title,
        String description,
        Money price,
        int stock,
        SortedMap<String, Object> attributes,
        List<NewImage> images) {

    /**
     * A picture to be kept with a product.
     *
     * @param svg the picture, as SVG that the shop itself has made
     * @param alt what it shows, 1 to 500 characters
     * @param width in pixels, 1 or more
     * @param height in pixels, 1 or more
     */
    public record NewImage(String svg, String alt, int width, int height) {}
}
