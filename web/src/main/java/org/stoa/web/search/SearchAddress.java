package org.stoa.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stoa.search.Facet;
import org.stoa.search.SearchFilters;
import org.stoa.search.SearchSort;

/**
 * The address of a page of found products: whoever has it finds the same.
 *
 * @param text the words, perhaps none
 * @param filters what is chosen of the facets
 * @param sort the order
 */
public record SearchAddress(String text, SearchFilters filters, SearchSort sort) {
    private static final String PATH = "/search";

    /**
     * What an address asks of the facets.
     *
     * @param values the values of a parameter, or null where there is none of that name
     * @throws org.stoa.Refusal malformed: see {@link SearchFilters#of}
     */
    public static SearchFilters filters(Function<String, Collection<String>> values) {
        var asked = new EnumMap<Facet, Collection<String>>(Facet.class);
        for (var facet : Facet.values()) {
            asked.put(facet, Optional.ofNullable(values.apply(facet.key())).orElse(List.of()));
        }
        return SearchFilters.of(Map.copyOf(asked));
    }

    /** The same with a value of a facet chosen, or no longer chosen. */
    public SearchAddress toggled(Facet facet, String value) {
        return new SearchAddress(text, filters.toggled(facet, value), sort);
    }

    /** The same with nothing chosen. */
    public SearchAddress unfiltered() {
        return new SearchAddress(text, SearchFilters.NONE, sort);
    }

    /** The same in another order. */
    public SearchAddress sorted(SearchSort order) {
        return new SearchAddress(text, filters, order);
    }

    /** The same for other words. */
    public SearchAddress saying(String words) {
        return new SearchAddress(words, filters, sort);
    }

    /** The first page. */
    @Override
    public String toString() {
        return address(Optional.empty());
    }

    /** The page that starts at a cursor. */
    public String at(String cursor) {
        return address(Optional.of(cursor));
    }

    private String address(Optional<String> cursor) {
        var parameters = new ArrayList<String>();
        if (!text.isEmpty()) {
            parameters.add(parameter("q", text));
        }
        for (var facet : Facet.values()) {
            filters.of(facet).forEach(value -> parameters.add(parameter(facet.key(), value)));
        }
        if (sort != usual(text)) {
            parameters.add(parameter("sort", sort.key()));
        }
        cursor.ifPresent(from -> parameters.add(parameter("cursor", from)));
        return parameters.isEmpty() ? PATH : PATH + "?" + String.join("&", parameters);
    }

    /** The order where none is asked for. */
    public static SearchSort usual(String text) {
        return text.isEmpty() ? SearchSort.TITLE : SearchSort.RELEVANCE;
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
