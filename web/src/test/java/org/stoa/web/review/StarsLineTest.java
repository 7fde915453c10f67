package org.stoa.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarsLineTest {
    private final StarsLine stars = new StarsLine();

    @ParameterizedTest
    @CsvSource({"0, 0", "1.0, 2", "3.7, 7", "3.8, 8", "4.2, 8", "4.3, 9", "5, 10"})
    void stars_are_filled_by_halves(BigDecimal average, int halves) {
        assertThat(stars.halves(average)).isEqualTo(halves);
    }

    @Test
    void whole_stars_are_told_without_decimals() {
        assertThat(stars.words(new BigDecimal("4.0"))).isEqualTo("4");
        assertThat(stars.words(new BigDecimal("4.3"))).isEqualTo("4.3");
    }
}
