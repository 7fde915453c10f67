package org.stoa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TitlePageTest {
    private static final Pattern BASELINE = Pattern.compile("<text x=\"300\" y=\"([0-9.]+)\"");

    @Test
    void it_bears_title_author_year_and_imprint() {
        assertThat(TitlePage.svg("Symposium", "Plato", -385))
                .containsIgnoringCase(">Symposium</text>")
                .containsIgnoringCase(">Plato</text>")
                .contains(">385 BC</text>")
                .contains(">STOA</text>");
    }

    @Test
    void the_same_book_always_gets_the_same_title_page() {
        assertThat(TitlePage.svg("Emma", "Jane Austen", 1815)).isEqualTo(TitlePage.svg("Emma", "Jane Austen", 1815));
    }

    @Test
    void an_unknown_author_and_year_leave_no_gap() {
        assertThat(TitlePage.svg("Beowulf", "", 0).split("<text")).hasSize(3);
    }

    @Test
    void its_colours_are_easy_to_read() {
        assertThat(CoverPalette.contrast(TitlePage.PAPER.ground(), TitlePage.PAPER.foil()))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(CoverPalette.contrast(TitlePage.PAPER.ground(), TitlePage.PAPER.figure()))
                .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void a_long_title_stays_above_the_printers_device() {
        for (String title : List.of("W".repeat(120), "The life and strange adventures ".repeat(5))) {
            assertThat(BASELINE.matcher(TitlePage.svg(title, "Daniel Defoe", 1719))
                            .results()
                            .map(line -> Double.parseDouble(line.group(1)))
                            .filter(baseline -> baseline > 590))
                    .as("only the imprint stands below the device")
                    .hasSize(1);
        }
    }
}
