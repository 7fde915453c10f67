package org.stoa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CoverTest {
    private static final List<String> DIFFICULT_TITLES = List.of(
            "",
            "Emma",
            "The Strange Case of Dr Jekyll and Mr Hyde",
            "An Enquiry Concerning the Principles of Natural Knowledge",
            "Walden; or, Life in the Woods",
            "The Expression of the Emotions: With a Discourse on the Habits of "
                    + "Many Creatures That Live by the Sea and in the Woods",
            "Donaudampfschifffahrtsgesellschaftskapitänspatent",
            "Of the " + "whale ".repeat(18) + "hunt",
            "W".repeat(120),
            "To the of and");

    @Test
    void the_same_book_always_gets_the_same_cover() {
        assertThat(Cover.svg("Dracula", "Bram Stoker", 1897, "gothic-and-horror"))
                .isEqualTo(Cover.svg("Dracula", "Bram Stoker", 1897, "gothic-and-horror"));
    }

    @Test
    void chance_is_the_same_on_every_machine() {
        CoverDice dice = new CoverDice("Dracula");

        assertThat(IntStream.range(0, 8).mapToObj(i -> dice.between(0, 99)))
                .containsExactly(72, 47, 97, 51, 66, 11, 54, 14);
    }

    @ParameterizedTest
    @EnumSource
    void different_books_of_a_category_have_different_pictures(CoverSeries series) {
        assertThat(IntStream.range(0, 40).mapToObj(i -> picture(cover("Book " + i, series))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_book_looks_different_in_another_category() {
        assertThat(picture(cover("The Birds", CoverSeries.PLAYS)))
                .isNotEqualTo(picture(cover("The Birds", CoverSeries.NATURAL_SCIENCE)));
    }

    @Test
    void a_category_without_a_series_gets_a_cover_too() {
        assertThat(CoverSeries.of("cookery")).isEqualTo(CoverSeries.OTHER);
        assertThat(CoverSeries.of(null)).isEqualTo(CoverSeries.OTHER);
        assertThat(CoverSeries.of("childrens-novels")).isEqualTo(CoverSeries.CHILDRENS_NOVELS);
    }

    @ParameterizedTest
    @EnumSource
    void every_motif_of_a_series_has_a_layout(CoverSeries series) {
        assertThat(series.motifs())
                .allSatisfy(motif -> assertThat(series.layouts(motif)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void the_lettering_is_easy_to_read(CoverSeries series) {
        assertThat(CoverCloth.palettes(series))
                .allSatisfy(palette -> assertThat(CoverPalette.contrast(palette.ground(), palette.foil()))
                        .isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @EnumSource
    void the_motif_stands_out_from_the_cloth(CoverSeries series) {
        assertThat(CoverCloth.palettes(series))
                .allSatisfy(palette -> assertThat(CoverPalette.contrast(palette.ground(), palette.figure()))
                        .isGreaterThanOrEqualTo(1.8));
    }

    @Test
    void black_on_white_has_the_highest_contrast() {
        assertThat(CoverPalette.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(CoverPalette.contrast("#777777", "#777777")).isEqualTo(1);
    }

    @Test
    void markup_in_a_title_stays_text() {
        String svg = Cover.svg("A <b>&\"bold\"</b>\u0001", "O'Brien & \ud83d <Sons>", 1900, "plays");

        assertThat(parsed(svg).getDocumentElement().getTextContent().toLowerCase(Locale.ROOT))
                .contains("<b>&\"bold\"</b>")
                .contains("o’brien &")
                .contains("<sons>");
    }

    @Test
    void a_cover_stands_on_its_own() {
        for (CoverSeries series : CoverSeries.values()) {
            assertThat(cover("Emma", series)).doesNotContain(" id=", "href", "url(", "<style", "<script");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cover_is_a_small_file(CoverSeries series) {
        assertThat(IntStream.range(0, 60).mapToObj(i -> cover("Book " + i, series)))
                .allSatisfy(
                        svg -> assertThat(svg.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(14_000));
    }

    @ParameterizedTest
    @EnumSource
    void no_line_of_text_leaves_the_page(CoverSeries series) {
        for (String title : DIFFICULT_TITLES) {
            for (Line line : lines(cover(title, series))) {
                assertThat(line.left).as(line.text).isGreaterThanOrEqualTo(60);
                assertThat(line.right).as(line.text).isLessThanOrEqualTo(550);
                assertThat(line.baseline).as(line.text).isBetween(60.0, 880.0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_label_fits_its_space(CoverSeries series) {
        for (String title : DIFFICULT_TITLES) {
            CoverLabel label = CoverLabel.fit(words(title, series), 372, 286);

            assertThat(label.height()).as(title).isLessThanOrEqualTo(286);
            assertThat(label.title().width()).as(title).isLessThanOrEqualTo(372);
            assertThat(label.author().width()).as(title).isLessThanOrEqualTo(372);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_title_of_120_characters_is_not_cut_off(CoverSeries series) {
        assertThat(DIFFICULT_TITLES)
                .allSatisfy(title -> assertThat(cover(title, series)).doesNotContain("…"));
    }

    @Test
    void a_title_without_end_is_cut_off() {
        CoverText text = CoverText.fit("Finnegan ".repeat(200), CoverFace.ROMAN, 400, 200, 76);

        assertThat(text.height()).isLessThanOrEqualTo(200);
        assertThat(text.lines()).last().asString().endsWith("…");
    }

    @Test
    void short_words_do_not_end_a_line_of_a_large_title() {
        assertThat(CoverText.fit("The Lady of the Lake", CoverFace.ROMAN, 300, 300, 76)
                        .lines())
                .containsExactly("The Lady".replace(' ', '\u00a0'), "of the Lake".replace(' ', '\u00a0'));
    }

    @Test
    void a_subtitle_is_set_on_its_own() {
        CoverWords words = CoverWords.of("Walden; or, Life in the Woods", "", 1854, CoverFace.ROMAN, 0);

        assertThat(words.title()).isEqualTo("Walden");
        assertThat(words.subtitle()).isEqualTo("or, Life in the Woods");
    }

    @Test
    void early_years_have_an_era() {
        assertThat(CoverWords.year(-375)).isEqualTo("375 BC");
        assertThat(CoverWords.year(180)).isEqualTo("AD 180");
        assertThat(CoverWords.year(1813)).isEqualTo("1813");
        assertThat(CoverWords.year(0)).isEmpty();
    }

    private static String cover(String title, CoverSeries series) {
        String category = series.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Cover.svg(title, "Jean-Jacques Rousseau and Wolfgang Amadeus Mozart", 1813, category);
    }

    private static CoverWords words(String title, CoverSeries series) {
        return CoverWords.of(title, "Karl Marx and Friedrich Engels", 1848, series.face(), 0);
    }

    private static String picture(String svg) {
        return svg.replaceAll("<text.*?</text>", "");
    }

    private static List<Line> lines(String svg) {
        List<Line> lines = new ArrayList<>();
        NodeList texts = parsed(svg).getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double size = number(text, "font-size");
            double tracking = text.hasAttribute("letter-spacing") ? number(text, "letter-spacing") / size : 0;
            double width = new CoverFace(false, false, tracking).width(text.getTextContent(), size);
            double left = number(text, "x") - (text.getAttribute("text-anchor").equals("middle") ? width / 2 : 0);
            lines.add(new Line(text.getTextContent(), left, left + width, number(text, "y")));
        }
        return lines;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not XML: " + svg, e);
        }
    }

    private record Line(String text, double left, double right, double baseline) {}
}
