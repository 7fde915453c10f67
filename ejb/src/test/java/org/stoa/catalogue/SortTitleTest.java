package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortTitleTest {
    @ParameterizedTest
    @CsvSource({
        "The Odyssey, odyssey",
        "A Doll's House, doll s house",
        "An Enquiry, enquiry",
        "Émile, emile",
        "Les Misérables, les miserables",
        "Theatre, theatre",
        "The, the",
        "كتاب, كتاب",
        "1984, 1984",
        "!!!, !!!"
    })
    void titles_are_sorted_without_article_accents_and_punctuation(String title, String sorted) {
        assertThat(SortTitle.of(title)).isEqualTo(sorted);
    }
}
