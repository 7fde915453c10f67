package org.stoa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.cache.QueryKey;
import org.stoa.catalogue.Catalogue;

/**
 * What to search for.
 *
 * @param text the words, up to {@link #LONGEST_TEXT} characters after trimming; where empty, all products are found
 * @param filters what is chosen of the facets
 * @param sort the order
 * @param cursor where the page starts, from {@link SearchPage#next}; the first page where none
 * @param limit how many products at the most, 1 to {@link Catalogue#MOST_PER_PAGE}
 */
public record SearchQuery(String text, SearchFilters filters, SearchSort sort, Optional<String> cursor, int limit) {
    /** The most characters of a text, without the spaces around it. */
    public static final int LONGEST_TEXT = 200;

    /** Cleans the text; throws a Refusal (malformed) for a text that is too long and a limit out of range. */
    public SearchQuery {
        text = checked(text);
        if (limit < 1 || limit > Catalogue.MOST_PER_PAGE) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "limit: a whole number from 1 to " + Catalogue.MOST_PER_PAGE + ".");
        }
        if (sort == SearchSort.RELEVANCE && text.isEmpty()) {
            sort = SearchSort.TITLE;
        }
    }

    /** The key of what it finds, the same however it was asked for. */
    String key() {
        var parameters = new ArrayList<Object>(List.of(text, sort, cursor, limit));
        parameters.addAll(filters.parameters());
        return QueryKey.of("search", parameters);
    }

    /** The text without what can't be seen; throws a Refusal (malformed) if it is too long. */
    static String checked(String text) {
        if (text.strip().length() > LONGEST_TEXT) {
            throw new Refusal(Refusal.Kind.MALFORMED, "q: at most " + LONGEST_TEXT + " characters.");
        }
        return SearchText.clean(text);
    }
}
