package org.stoa.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.Refusal;
import org.stoa.catalogue.ProductId;

class ReviewQueryTest {
    private static final ProductId PRODUCT = new ProductId(1);

    @ParameterizedTest
    @CsvSource({"0, 10", "6, 10", "3, 0", "3, 101"})
    void stars_and_limit_have_a_range(int stars, int limit) {
        assertThatThrownBy(() -> query(OptionalInt.of(stars), limit))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    @Test
    void a_narrowed_list_has_places_of_its_own() {
        assertThat(query(OptionalInt.of(4), 10).list())
                .isNotEqualTo(query(OptionalInt.empty(), 10).list());
    }

    private static ReviewQuery query(OptionalInt stars, int limit) {
        return new ReviewQuery(PRODUCT, ReviewSort.HIGHEST, stars, Optional.empty(), limit);
    }
}
