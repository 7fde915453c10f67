package org.stoa.search;

/**
 * What somebody who is still typing may mean.
 *
 * @param kind what it is
 * @param text the title or the author's name
 * @param slug the product's name in addresses; null for an author
 */
public record Suggestion(Kind kind, String text, String slug) {
    /** What may be suggested. */
    public enum Kind {
        /** A product, by its title. */
        TITLE,
        /** An author, for all the products of his. */
        AUTHOR
    }
}
