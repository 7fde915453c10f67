package org.stoa.catalogue;

import java.util.HashSet;
import java.util.Set;

/** What the change feed calls what is shown of products; the triggers of V6__changes.sql, V8__list_tags.sql and V9__reviews.sql write it. */
public final class ProductTags {
    /** The tree of all categories. */
    static final String CATEGORIES = "categories:all";

    /** Which products there are, and their texts. */
    static final String PRODUCTS = "products:all";

    private static final String PRICES = "prices:all";

    /** Which products are sold out. */
    private static final String AVAILABLE = "available:all";

    /** How many stars products have. */
    private static final String RATINGS = "ratings:all";

    /** A picture was changed by hand, whichever. */
    static final String MEDIA_CHANGED = "media:changed";

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

    /** Which product has that slug. */
    static Set<String> ofSlug(String slug) {
        return Set.of("slug:" + slug);
    }

    /** Which products are in a list, in which order; nothing that is shown of each. */
    static Set<String> ofList(ProductQuery query, CategoryTree tree) {
        boolean byPrice = query.sort().isByPrice();
        var tags = new HashSet<String>();
        query.category()
                .ifPresentOrElse(
                        slug -> {
                            tags.add(CATEGORIES);
                            tree.below(slug).forEach(id -> {
                                tags.add("category:" + id);
                                if (byPrice) {
                                    tags.add("prices:" + id);
                                }
                            });
                        },
                        () -> {
                            tags.add(PRODUCTS);
                            if (byPrice) {
                                tags.add(PRICES);
                            }
                        });
        return tags;
    }

    /** Which products a search finds, with the counts of its facets. */
    public static Set<String> ofSearch() {
        return Set.of(PRODUCTS, PRICES, AVAILABLE, RATINGS, CATEGORIES);
    }
}
