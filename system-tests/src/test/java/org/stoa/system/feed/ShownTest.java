package org.stoa.system.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How values are found in answers. */
class ShownTest {
    @Test
    void a_product_shows_its_price() throws IOException {
        var answer = answer("""
                {"id":100,"slug":"emma","price":{"amount":"123.45","currency":"EUR"},"stock":5,"images":[]}""");
        assertThat(Shown.in(answer, View.PRODUCT)).containsExactly(new Shown(100, 12_345));
    }

    @Test
    void a_list_shows_the_prices_of_all() throws IOException {
        var answer = answer("""
                {"items":[{"id":7,"price":{"amount":"1.00","currency":"EUR"}},
                {"id":8,"price":{"amount":"20.01","currency":"EUR"}}],"next":"x"}""");
        assertThat(Shown.in(answer, View.LIST)).containsExactly(new Shown(7, 100), new Shown(8, 2_001));
    }

    @Test
    void a_page_shows_the_price_of_its_product() throws IOException {
        var answer = answer("<meta property=\"product:price:amount\" content=\"100.07\"/>");
        assertThat(Shown.in(answer, View.PAGE)).containsExactly(new Shown(0, 10_007));
    }

    @Test
    void what_shows_no_value_is_an_error() {
        assertThatThrownBy(() -> Shown.in(answer("<html>"), View.PAGE)).isInstanceOf(IOException.class);
    }

    private static Answer answer(String body) {
        return new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
