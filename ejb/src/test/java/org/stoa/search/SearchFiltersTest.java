package org.stoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class SearchFiltersTest {
    @Test
    void a_value_is_chosen_and_taken_back() {
        var chosen = SearchFilters.NONE.toggled(Facet.AUTHOR, "Jane Austen").toggled(Facet.AUTHOR, "Emily Brontë");
        assertThat(chosen.of(Facet.AUTHOR)).containsExactly("Jane Austen", "Emily Brontë");
        assertThat(chosen.toggled(Facet.AUTHOR, "Jane Austen").of(Facet.AUTHOR)).containsExactly("Emily Brontë");
        assertThat(SearchFilters.NONE.isEmpty()).isTrue();
    }

    @Test
    void blank_values_and_a_stock_that_does_not_matter_choose_nothing() {
        var filters = SearchFilters.of(Map.of(Facet.AUTHOR, List.of(" ", "\0"), Facet.STOCK, List.of("false")));
        assertThat(filters.isEmpty()).isTrue();
    }

    @Test
    void one_step_of_stars_takes_the_place_of_another() {
        var four = SearchFilters.NONE.toggled(Facet.RATING, "4");
        assertThat(four.toggled(Facet.RATING, "3").of(Facet.RATING)).containsExactly("3");
        assertThat(four.toggled(Facet.RATING, "4").isEmpty()).isTrue();
        assertThat(RatingStep.lowest(List.of("4", "2", "3"))).isEqualTo(2);
    }

    @Test
    void what_is_no_value_of_a_facet_is_refused() {
        assertRefused(Facet.PRICE, List.of("1-2"));
        assertRefused(Facet.STOCK, List.of("yes"));
        assertRefused(Facet.RATING, List.of("5"));
        assertRefused(Facet.AUTHOR, List.of("a".repeat(SearchFilters.LONGEST_VALUE + 1)));
        assertRefused(
                Facet.AUTHOR,
                IntStream.rangeClosed(0, SearchFilters.MOST_VALUES)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4.99", "5", "9.99", "10", "14.99", "24.99", "25", "49.99", "50", "9999999999.99"})
    void each_price_is_in_one_range(String price) {
        assertThat(PriceRange.ALL.stream().filter(range -> range.contains(new BigDecimal(price))))
                .hasSize(1);
    }

    private static void assertRefused(Facet facet, List<String> values) {
        assertThatThrownBy(() -> SearchFilters.of(Map.of(facet, values)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }
}
