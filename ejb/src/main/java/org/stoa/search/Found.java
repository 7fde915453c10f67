package org.stoa.search;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.catalogue.Cursor;

/** The rows of {@link SearchSql}, told apart. */
final class Found {
    private final List<Item> items = new ArrayList<>();
    private final Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
    private final Map<String, Long> sums = new HashMap<>();

    /**
     * A product of the page.
     *
     * @param at its place on the page, from 1
     * @param sku its stock keeping unit
     * @param id its id
     * @param key its value in the order of the list
     */
    record Item(int at, String sku, long id, String key) {
        Cursor cursor(SearchSort sort) {
            return new Cursor(sort.key(), key, id);
        }
    }

    Found(List<Tuple> rows) {
        rows.forEach(this::add);
        items.sort(Comparator.comparingInt(Item::at));
    }

    private void add(Tuple row) {
        var kind = row.get("kind", String.class);
        var value = row.get("value", String.class);
        var label = row.get("label", String.class);
        long amount = row.get("amount", Long.class);
        int depth = row.get("depth", Integer.class);
        if (kind.equals("item")) {
            items.add(new Item(depth, value, amount, label));
            return;
        }
        Facet.fromKey(kind)
                .ifPresentOrElse(
                        facet -> values.computeIfAbsent(facet, first -> new ArrayList<>())
                                .add(new FacetValue(value, label == null ? value : label, amount, depth, false)),
                        () -> sums.put(kind, amount));
    }

    /** The products of the page in order, and one more where there is a next page. */
    List<Item> items() {
        return items;
    }

    /** How many products fit words and filters. */
    long total() {
        return sums.get("total");
    }

    /** How many products fit the words. */
    long matched() {
        return sums.get("matched");
    }

    /** What there is to choose; what is chosen is there even if nothing has it. */
    Map<Facet, List<FacetValue>> facets(SearchFilters filters) {
        var facets = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        for (var facet : Facet.values()) {
            var of = new ArrayList<FacetValue>();
            for (var value : values.getOrDefault(facet, List.of())) {
                if (value.count() > 0 || filters.has(facet, value.value())) {
                    of.add(new FacetValue(
                            value.value(),
                            value.label(),
                            value.count(),
                            value.depth(),
                            filters.has(facet, value.value())));
                }
            }
            for (var chosen : filters.of(facet)) {
                if (of.stream().noneMatch(value -> value.value().equals(chosen))) {
                    of.add(new FacetValue(chosen, chosen, 0, 0, true));
                }
            }
            if (facet == Facet.PRICE) {
                of.sort(Comparator.comparingInt(
                        value -> PriceRange.fromKey(value.value()).orElseThrow().from()));
            }
            if (facet == Facet.RATING) {
                of.sort(Comparator.comparing(FacetValue::value).reversed());
            }
            facets.put(facet, List.copyOf(of));
        }
        return facets;
    }
}
