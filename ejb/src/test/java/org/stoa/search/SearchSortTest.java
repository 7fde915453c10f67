package org.stoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;
import org.stoa.catalogue.Cursor;

class SearchSortTest {
    @Test
    void the_database_compares_ranks_and_prices_as_numbers_titles_as_text_and_the_newest_by_id() {
        assertThat(value(SearchSort.RELEVANCE, "20.607927")).isEqualTo(new BigDecimal("20.607927"));
        assertThat(value(SearchSort.PRICE_UP, "12.30")).isEqualTo(new BigDecimal("12.30"));
        assertThat(value(SearchSort.PRICE_DOWN, "0.00")).isEqualTo(new BigDecimal("0.00"));
        assertThat(value(SearchSort.TITLE, "moby dick, or the whale")).isEqualTo("moby dick, or the whale");
        assertThat(value(SearchSort.NEWEST, "")).isEqualTo(42L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1.0", "cheap", "", "7", "1.000000001", "99999999999.00", "٣.٠"})
    void what_is_no_number_is_no_place_among_ranks_and_prices(String key) {
        for (var sort : new SearchSort[] {SearchSort.RELEVANCE, SearchSort.PRICE_UP, SearchSort.PRICE_DOWN}) {
            assertThatThrownBy(() -> value(sort, key)).as("%s", sort).isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_place_in_one_order_is_none_in_another(SearchSort sort) {
        var place = new Cursor(sort.key(), "1.00", 42).format();
        for (var other : SearchSort.values()) {
            if (other == sort) {
                assertThat(Cursor.parse(place, other.key()).id()).isEqualTo(42);
            } else {
                assertThatThrownBy(() -> Cursor.parse(place, other.key())).isInstanceOf(Refusal.class);
            }
        }
    }

    private static Object value(SearchSort sort, String key) {
        return sort.value(new Cursor(sort.key(), key, 42));
    }
}
