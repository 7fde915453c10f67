package org.stoa.system.feed;

/**
 * Something that is written and read: the price of a product, in cents. Its values grow, within an era one by one.
 *
 * @param number from 0
 * @param product its id
 * @param slug its name in addresses
 */
record Register(int number, long product, String slug) {
    /** How many values an era has: an era's values are all greater than those of the eras before. */
    static final int ERA = 1_000_000;

    /** Greater than any price of the demo shop, so that prices and values are not confused. */
    static final int FIRST = 10_000;

    /** What is seen where the product should be shown and is not. */
    static final int MISSING = -1;

    /** The least value that is written in an era. */
    static int first(int era) {
        return era * ERA + FIRST;
    }

    /** The value as an amount of money. */
    static String amount(int value) {
        return "%d.%02d".formatted(value / 100, value % 100);
    }
}
