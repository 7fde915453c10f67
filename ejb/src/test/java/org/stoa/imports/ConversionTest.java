package org.stoa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
    @ParameterizedTest
    @CsvSource({
        "439023483, 9780439023481",
        "043965548X, 9780439655484",
        "0306406152, 9780306406157",
        "0-306-40615-2, 9780306406157",
        "9780306406157, 9780306406157"
    })
    void an_isbn_becomes_one_of_13_digits_also_when_its_zeros_were_lost(String cell, String isbn) throws BadValue {
        assertThat(Conversion.ISBN.of(cell)).contains(isbn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0306406153", "9.78043902348e+12", "9780306406158", "12", "X306406152", "ISBN"})
    void what_is_no_isbn_is_refused_or_left_out(String cell) throws BadValue {
        assertThatThrownBy(() -> Conversion.ISBN.of(cell)).isInstanceOf(BadValue.class);
        assertThat(Conversion.ISBN_IF_VALID.of(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-750.0, -750", "2008.0, 2008", "1999, 1999", "-17.0, -17", "0, 0"})
    void a_year_may_come_from_a_spreadsheet_or_from_before_christ(String cell, int year) throws BadValue {
        assertThat(Conversion.YEAR.of(cell)).contains(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20x", "2008.5", "99999", "-6000", "3001", "--5"})
    void a_bad_year_is_refused(String cell) {
        assertThatThrownBy(() -> Conversion.YEAR.of(cell)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource({
        "eng, en",
        "en-US, en",
        "en, en",
        "ara, ar",
        "fre, fr",
        "ger, de",
        "per, fa",
        "rum, ro",
        "nor, no",
        "fil, fil",
        "mul, mul",
        "nl, nl",
        "jpn, ja"
    })
    void languages_have_one_name_each(String cell, String code) throws BadValue {
        assertThat(Conversion.LANGUAGE.of(cell)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "qq", "xyz-US", "english", "?"})
    void a_language_that_nobody_knows_is_refused(String cell) {
        assertThatThrownBy(() -> Conversion.LANGUAGE.of(cell)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000", "1.234", "1,50", "1e3", "NaN", "=1"})
    void a_price_that_is_negative_absurd_or_no_price_is_refused(String cell) {
        assertThatThrownBy(() -> Conversion.PRICE.of(cell)).isInstanceOf(BadValue.class);
    }

    @Test
    void a_price_has_two_decimals() throws BadValue {
        assertThat(Conversion.PRICE.of("9.9")).contains(new BigDecimal("9.90"));
        assertThat(Conversion.PRICE.of("999999.99")).contains(new BigDecimal("999999.99"));
    }

    @Test
    void an_empty_cell_is_no_value() throws BadValue {
        for (var conversion : Conversion.values()) {
            assertThat(conversion.of("  ")).isEmpty();
        }
    }
}
