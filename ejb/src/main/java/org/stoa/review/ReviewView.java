package org.stoa.review;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review as everybody sees it.
 *
 * @param author what the member who wrote it wants to be called
 * @param rating 1 to 5 stars
 * @param title one line of plain text, perhaps empty
 * @param text plain text, paragraphs separated by blank lines
 * @param written when it was written, to the second
 * @param changed when it was changed last, to the second; none as long as it stands as it was written
 * @param version grows with each change
 */
public record ReviewView(
        ReviewId id,
        String author,
        int rating,
        String title,
        String text,
        Instant written,
        Optional<Instant> changed,
        long version)
        implements Serializable {
    /** The text in paragraphs, at least one. */
    public List<String> paragraphs() {
        return Stream.of(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
