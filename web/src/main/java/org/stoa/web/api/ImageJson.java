package org.stoa.web.api;

import org.stoa.catalogue.ProductImage;

/**
 * A picture.
 *
 * @param url where it is
 * @param alt what it shows
 * @param width in pixels
 * @param height in pixels
 */
public record ImageJson(String url, String alt, int width, int height) {
    static ImageJson of(ProductImage image) {
        return new ImageJson("/media/" + image.name(), image.alt(), image.width(), image.height());
    }
}
