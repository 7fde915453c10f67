package org.stoa.catalogue;

import java.util.Set;

/** What the change feed calls what is shown of products; the triggers of V6__changes.sql write it. */
final class ProductTags {
    /** The tree of all categories. */
    static final String CATEGORIES = "categories:all";

    /** A picture was changed by hand, whichever. */
    private static final String MEDIA_CHANGED = "media:changed";

    private ProductTags() {}

    /** All that is shown of a product: its texts and pictures, price, stock and rating, and the way to its category. */
    static Set<String> of(ProductId id) {
        return Set.of(
                "product:" + id.value(),
                "price:" + id.value(),
                "stock:" + id.value(),
                "review:" + id.value(),
                CATEGORIES,
                MEDIA_CHANGED);
    }
}
