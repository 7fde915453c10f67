package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.money.Money;

class ProductDocumentTest {
    private static final String BODY = """
            {"slug": "moby-dick", "title": "Moby-Dick", "description": "A whale.", "sku": "BOOK-1", "price": 12.50, "stock": 3,
             "status": "ACTIVE", "version": 7, "attributes": {"pages": 600, "author": "Herman Melville", "weight": 1.5},
             "category": 5, "images": [{"name": "a.svg", "alt": "Cover", "width": 2, "height": 3}],
             "average": %s, "ratings": %d}
            """;

    @Test
    void a_product_is_what_its_document_says() {
        var view = view(BODY.formatted("4.0", 2));
        assertThat(view.id()).isEqualTo(new ProductId(42));
        assertThat(view.slug()).isEqualTo("moby-dick");
        assertThat(view.sku()).isEqualTo(new Sku("BOOK-1"));
        assertThat(view.stock()).isEqualTo(3);
        assertThat(view.status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(view.version()).isEqualTo(7);
        assertThat(view.images()).containsExactly(new ProductImage("a.svg", "Cover", 2, 3));
        assertThat(view.categories()).containsExactly(new CategoryLink("c-5", "Five"));
    }

    @Test
    void prices_and_averages_keep_the_noughts_at_their_end() {
        var view = view(BODY.formatted("4.0", 2));
        assertThat(view.price()).isEqualTo(Money.euros(new BigDecimal("12.50")));
        assertThat(view.rating()).isEqualTo(new Rating(new BigDecimal("4.0"), 2));
    }

    @Test
    void attributes_are_what_they_are_where_there_is_no_document() {
        var json = "{\"pages\": 600, \"author\": \"Herman Melville\", \"weight\": 1.5}";
        assertThat(view(BODY.formatted("4.0", 2)).attributes()).isEqualTo(AttributesJson.attributes(json));
    }

    @Test
    void what_nobody_rated_has_no_average() {
        assertThat(view(BODY.formatted("null", 0)).rating()).isEqualTo(Rating.NONE);
    }

    @Test
    void what_is_no_document_is_told() {
        assertThatThrownBy(() -> view("{\"other\": 1}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 1");
    }

    private static ProductView view(String product) {
        return new ProductDocument(product, "{}")
                .view(new ProductId(42), category -> List.of(new CategoryLink("c-" + category, "Five")));
    }
}
