package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductSlugTest {
    private static final Sku SKU = new Sku("GB-7.x_Y");

    @Test
    void a_title_is_the_slug_as_long_as_it_is_free() {
        assertThat(ProductSlug.of("Les Misérables", SKU, 0)).isEqualTo("les-miserables");
        assertThat(ProductSlug.of("Les Misérables", SKU, 1)).isEqualTo("les-miserables-gb-7-x-y");
        assertThat(ProductSlug.of("Les Misérables", SKU, 2)).startsWith("les-miserables-gb-7-x-y-");
    }

    @Test
    void a_title_without_latin_letters_is_called_by_its_sku() {
        assertThat(ProductSlug.of("الفيل الأزرق", SKU, 0)).isEqualTo("gb-7-x-y");
    }

    @Test
    void a_slug_is_always_of_the_form_that_addresses_have() {
        for (var title : new String[] {"x".repeat(500), "a-".repeat(200), "__", "!?", "a_b", "日本", "1984"}) {
            for (int choice = 0; choice < ProductSlug.CHOICES; choice++) {
                assertThat(ProductSlug.of(title, SKU, choice))
                        .matches("[a-z0-9]+(-[a-z0-9]+)*")
                        .hasSizeLessThanOrEqualTo(120);
            }
        }
    }
}
