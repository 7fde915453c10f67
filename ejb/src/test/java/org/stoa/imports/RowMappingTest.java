package org.stoa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;
import org.stoa.catalogue.Sku;

class RowMappingTest {
    private static final List<String> BOOKS =
            List.of("book_id", "isbn", "authors", "original_publication_year", "title", "language_code", "more");

    private static final List<String> CATALOGUE =
            List.of("sku", "title", "description", "price", "stock", "category", "author", "year", "language", "isbn");

    private final List<RowRefusal> wrong = new ArrayList<>();

    @Test
    void the_mapping_is_found_by_the_columns() {
        assertThat(Mappings.fitting(BOOKS)).isEqualTo("books");
        assertThat(Mappings.fitting(CATALOGUE)).isEqualTo("catalogue");
        assertThatThrownBy(() -> Mappings.fitting(List.of("a", "b")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("book_id");
    }

    @Test
    void a_column_that_is_missing_refuses_the_file() {
        assertThatThrownBy(() -> new RowMapping(Mappings.named("books"), List.of("book_id", "title")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("authors");
    }

    @Test
    void a_book_becomes_a_product() {
        var book = new RowMapping(Mappings.named("books"), BOOKS)
                .product(1, 2, List.of("7", "", "Homer", "-750.0", " The  Iliad ", "grc", "x"), wrong)
                .orElseThrow();
        assertThat(wrong).isEmpty();
        assertThat(book.sku()).isEqualTo(new Sku("GB-7"));
        assertThat(book.title()).isEqualTo("The Iliad");
        assertThat(book.price()).isEmpty();
        assertThat(book.stock()).isEmpty();
        assertThat(book.attributes())
                .containsEntry("year", Optional.of(-750))
                .containsEntry("author", Optional.of("Homer"))
                .containsEntry("isbn", Optional.empty());
    }

    @Test
    void everything_that_is_wrong_with_a_row_is_told() {
        var product = catalogue(List.of("=1", "", "", "-1", "many", "epic", "", "20x", "?", "123"));
        assertThat(product).isEmpty();
        assertThat(wrong)
                .extracting(RowRefusal::column)
                .containsExactlyInAnyOrder("sku", "title", "price", "stock", "year", "language", "isbn");
        assertThat(wrong).allMatch(refusal -> refusal.row() == 3 && refusal.line() == 9);
    }

    @Test
    void a_row_with_too_few_fields_is_refused() {
        assertThat(catalogue(List.of("A", "B"))).isEmpty();
        assertThat(wrong).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .contains("2 fields"));
    }

    @Test
    void texts_that_are_too_long_or_no_text_are_refused() {
        catalogue(List.of("A-1", "x".repeat(501), "", "1", "1", "epic", "", "", "", ""));
        catalogue(List.of("A-1", "x\u0001", "y".repeat(20_001), "1", "1", "epic", "", "", "", ""));
        assertThat(wrong).extracting(RowRefusal::column).containsExactlyInAnyOrder("title", "title", "description");
        assertThat(wrong).allMatch(refusal -> refusal.value().length() <= 200);
    }

    private Optional<?> catalogue(List<String> cells) {
        return new RowMapping(Mappings.named("catalogue"), CATALOGUE).product(3, 9, cells, wrong);
    }
}
