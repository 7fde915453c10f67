package org.stoa.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.ProductStatus;
import org.stoa.catalogue.ProductView;
import org.stoa.catalogue.Rating;
import org.stoa.catalogue.Sku;
import org.stoa.money.Money;

class StructuredDataTest {
    @Test
    void no_text_can_end_the_script_element() {
        var data = StructuredData.of(product("</script><script>alert(1)</script><!--", 3), "https://shop.example");

        assertThat(data).doesNotContain("<").contains("\\u003c/script>");
    }

    @Test
    void it_tells_the_price_and_whether_it_can_be_had() throws Exception {
        var offer = new ObjectMapper()
                .readTree(StructuredData.of(product("Emma", 0), "https://shop.example"))
                .at("/@graph/0/offers");

        assertThat(offer.get("price").asText()).isEqualTo("9.50");
        assertThat(offer.get("priceCurrency").asText()).isEqualTo("EUR");
        assertThat(offer.get("availability").asText()).isEqualTo("https://schema.org/OutOfStock");
        assertThat(offer.get("url").asText()).isEqualTo("https://shop.example/products/emma");
    }

    @Test
    void it_tells_the_way_to_the_product() throws Exception {
        var steps = new ObjectMapper()
                .readTree(StructuredData.of(product("Emma", 1), "https://shop.example"))
                .at("/@graph/1/itemListElement");

        assertThat(steps.findValuesAsText("name")).containsExactly("Fiction", "Emma");
        assertThat(steps.findValuesAsText("position")).containsExactly("1", "2");
    }

    @Test
    void it_tells_the_rating_where_there_is_one() throws Exception {
        var rated = product("Emma", 1, new Rating(new BigDecimal("4.3"), 12));
        var rating = new ObjectMapper()
                .readTree(StructuredData.of(rated, "https://shop.example"))
                .at("/@graph/0/aggregateRating");
        assertThat(rating.get("ratingValue").asText()).isEqualTo("4.3");
        assertThat(rating.get("reviewCount").asInt()).isEqualTo(12);
        assertThat(StructuredData.of(product("Emma", 1), "https://shop.example"))
                .doesNotContain("aggregateRating");
    }

    private static ProductView product(String title, int stock) {
        return product(title, stock, Rating.NONE);
    }

    private static ProductView product(String title, int stock, Rating rating) {
        return new ProductView(
                new ProductId(1),
                "emma",
                title,
                "Text.",
                new Sku("BOOK-0001"),
                Money.euros(new BigDecimal("9.5")),
                stock,
                ProductStatus.ACTIVE,
                1,
                new TreeMap<>(),
                List.of(),
                List.of(new CategoryLink("fiction", "Fiction")),
                rating);
    }
}
