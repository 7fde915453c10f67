package org.stoa.search;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.stoa.Refusal;

/** The values that are chosen of each facet; a facet without values lets everything through. Immutable. */
public final class SearchFilters {
    /** The most values of one facet. */
    public static final int MOST_VALUES = 20;

    /** The most characters of a value. */
    public static final int LONGEST_VALUE = 200;

    /** Nothing chosen. */
    public static final SearchFilters NONE = new SearchFilters(Map.of());

    private final Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);

    private SearchFilters(Map<Facet, Set<String>> values) {
        values.forEach((facet, of) -> {
            if (!of.isEmpty()) {
                chosen.put(facet, Collections.unmodifiableSet(new LinkedHashSet<>(of)));
            }
        });
    }

    /**
     * Reads what was asked for; values that are blank are left out.
     *
     * @throws Refusal malformed: too many values, one too long, a price range, rating or stock that does not exist
     */
    public static SearchFilters of(Map<Facet, ? extends Collection<String>> asked) {
        var values = new EnumMap<Facet, Set<String>>(Facet.class);
        asked.forEach((facet, of) -> values.put(facet, checked(facet, of)));
        return new SearchFilters(values);
    }

    private static Set<String> checked(Facet facet, Collection<String> asked) {
        var values = new LinkedHashSet<String>();
        for (var value : asked) {
            require(value.length() <= LONGEST_VALUE, facet, "at most " + LONGEST_VALUE + " characters.");
            var plain = SearchText.clean(value);
            if (!plain.isEmpty()) {
                values.add(plain);
            }
        }
        require(values.size() <= MOST_VALUES, facet, "at most " + MOST_VALUES + " values.");
        switch (facet) {
            case PRICE ->
                require(
                        values.stream()
                                .allMatch(value -> PriceRange.fromKey(value).isPresent()),
                        facet,
                        "one of "
                                + String.join(
                                        ", ",
                                        PriceRange.ALL.stream()
                                                .map(PriceRange::key)
                                                .toList()) + ".");
            case RATING ->
                require(
                        values.stream()
                                .allMatch(value -> RatingStep.fromKey(value).isPresent()),
                        facet,
                        "one of 4, 3, 2, 1.");
            case STOCK -> {
                // No is the same as not to ask.
                values.remove("false");
                require(values.stream().allMatch(Facet.IN_STOCK::equals), facet, "true or false.");
            }
            case CATEGORY, AUTHOR, LANGUAGE -> {}
        }
        return values;
    }

    private static void require(boolean rule, Facet facet, String message) {
        if (!rule) {
            throw new Refusal(Refusal.Kind.MALFORMED, facet.key() + ": " + message);
        }
    }

    /** The values chosen of a facet, in the order in which they were asked for; perhaps none. */
    public Set<String> of(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether a value is chosen. */
    public boolean has(Facet facet, String value) {
        return of(facet).contains(value);
    }

    /** Whether nothing is chosen. */
    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** The same with one value more, or without it if it is chosen; a rating takes the place of the one before. */
    public SearchFilters toggled(Facet facet, String value) {
        var values = new EnumMap<Facet, Set<String>>(Facet.class);
        values.putAll(chosen);
        var of = new LinkedHashSet<>(of(facet));
        if (!of.remove(value)) {
            if (facet == Facet.RATING) {
                of.clear();
            }
            of.add(value);
        }
        values.put(facet, of);
        return new SearchFilters(values);
    }

    /** All that is chosen, in an order that tells any two apart: the facet before each value. */
    List<String> parameters() {
        return chosen.entrySet().stream()
                .flatMap(facet -> facet.getValue().stream()
                        .flatMap(value -> Stream.of(facet.getKey().key(), value)))
                .toList();
    }
}
