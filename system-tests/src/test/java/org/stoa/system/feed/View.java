package org.stoa.system.feed;

/** As what a value is shown. */
enum View {
    /** One product, as JSON. */
    PRODUCT,
    /** One product, as a page. */
    PAGE,
    /** A list of products, as JSON. */
    LIST
}
