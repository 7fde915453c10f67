package org.stoa.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoa.search.Facet;
import org.stoa.search.SearchFilters;
import org.stoa.search.SearchSort;

class SearchAddressTest {
    private static final SearchAddress WHALES =
            new SearchAddress("white whale", SearchFilters.NONE, SearchSort.RELEVANCE);

    @Test
    void the_usual_order_is_left_out() {
        assertThat(WHALES).hasToString("/search?q=white+whale");
        assertThat(WHALES.sorted(SearchSort.PRICE_UP)).hasToString("/search?q=white+whale&sort=price-up");
        assertThat(new SearchAddress("", SearchFilters.NONE, SearchSort.TITLE)).hasToString("/search");
    }

    @Test
    void choosing_twice_takes_back_and_choosing_another_adds() {
        var english = WHALES.toggled(Facet.LANGUAGE, "en");
        assertThat(english).hasToString("/search?q=white+whale&language=en");
        assertThat(english.toggled(Facet.LANGUAGE, "fr")).hasToString("/search?q=white+whale&language=en&language=fr");
        assertThat(english.toggled(Facet.LANGUAGE, "en")).hasToString(WHALES.toString());
        assertThat(english.toggled(Facet.STOCK, "true").unfiltered()).hasToString(WHALES.toString());
    }

    @Test
    void values_are_escaped() {
        assertThat(WHALES.toggled(Facet.AUTHOR, "A&B=\"<é>"))
                .hasToString("/search?q=white+whale&author=A%26B%3D%22%3C%C3%A9%3E");
        assertThat(WHALES.at("a b")).isEqualTo("/search?q=white+whale&cursor=a+b");
    }

    @Test
    void what_an_address_asks_for_is_read_back() {
        var parameters = Map.of("language", List.of("en", "fr"), "inStock", List.of("true"));
        var filters = SearchAddress.filters(parameters::get);
        assertThat(filters.of(Facet.LANGUAGE)).containsExactly("en", "fr");
        assertThat(filters.has(Facet.STOCK, Facet.IN_STOCK)).isTrue();
        assertThat(filters.of(Facet.AUTHOR)).isEmpty();
    }
}
