package org.stoa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.demo.DemoOpinions.Opinion;
import org.stoa.review.ReviewText;

class DemoReviewsTest {
    private static final List<String> TITLES =
            DemoFiles.books().stream().map(DemoBook::title).sorted().toList();

    private final DemoOpinions opinions = DemoFiles.opinions();
    private final List<Opinion> all = DemoReviews.all(opinions, TITLES);

    @Test
    void each_is_of_a_book_there_is_by_a_reader_there_is_and_can_be_taken() {
        assertThat(all).allSatisfy(opinion -> {
            assertThat(TITLES).contains(opinion.book());
            assertThat(opinions.readers()).contains(opinion.reader());
            assertThat(new ReviewText(opinion.rating(), opinion.title(), opinion.text()).faults())
                    .isEmpty();
        });
    }

    @Test
    void nobody_reviews_a_book_twice() {
        assertThat(all.stream().map(opinion -> opinion.book() + "\n" + opinion.reader()))
                .doesNotHaveDuplicates();
    }

    @Test
    void some_books_have_none_and_it_is_the_same_each_time() {
        assertThat(all.stream().map(Opinion::book).distinct().count()).isBetween(60L, 120L);
        assertThat(DemoReviews.all(opinions, TITLES)).isEqualTo(all);
    }
}
