package org.stoa.demo;

import java.math.BigDecimal;

/**
 * A book of the demo shop, as its file lists it.
 *
 * @param year of first publication or composition; negative before Christ
 * @param language ISO 639-1 code of the original
 * @param category a category's slug
 * @param price in euros
 */
record DemoBook(
        String title,
        String author,
        int year,
        String language,
        int pages,
        String category,
        BigDecimal price,
        int stock,
        String description) {}
