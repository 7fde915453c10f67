package org.stoa.demo;

import java.util.List;

/**
 * What readers say of the demo shop's books, as its file lists it.
 *
 * @param readers their names
 * @param reviews of certain books
 * @param remarks that fit any book
 */
record DemoOpinions(List<String> readers, List<Opinion> reviews, List<Remark> remarks) {
    /**
     * What one reader says of one book.
     *
     * @param book its title
     * @param reader his name
     * @param rating 1 to 5 stars
     */
    record Opinion(String book, String reader, int rating, String title, String text) {}

    /**
     * What somebody may say of any book.
     *
     * @param rating 1 to 5 stars
     */
    record Remark(int rating, String title, String text) {}
}
