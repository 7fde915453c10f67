package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobNewsTest {
    private static final List<JobLine> LINES =
            List.of(new JobLine(3, Instant.EPOCH, "Three"), new JobLine(7, Instant.EPOCH, "Seven"));

    private final JobNews news = new JobNews(null, 0, 7, LINES, Optional.empty());

    @Test
    void somebody_is_told_the_lines_that_he_lacks() {
        assertThat(news.after(0)).isEqualTo(LINES);
        assertThat(news.after(3)).containsExactly(LINES.get(1));
        assertThat(news.after(7)).isEmpty();
    }

    @Test
    void who_has_lines_that_a_restore_took_back_is_told_all() {
        assertThat(news.after(8)).isEqualTo(LINES);
    }

    @Test
    void what_was_told_after_these_news_is_left_to_the_next() {
        assertThat(new JobNews(null, 0, 3, LINES, Optional.empty()).after(0)).containsExactly(LINES.get(0));
    }

    @Test
    void who_has_just_come_waits_for_news_that_have_all_that_he_lacks() {
        var latest = new JobNews(null, 3, 7, LINES.subList(1, 2), Optional.empty());
        assertThat(latest.areFor(3)).isTrue();
        assertThat(latest.areFor(0)).isFalse();
        assertThat(latest.areFor(8)).isFalse();
    }

    @Test
    void a_line_is_one_line() {
        assertThat(JobLine.storable("a\0b\r\nc")).isEqualTo("ab c");
        assertThat(JobLine.storable("x".repeat(501))).hasSize(500);
    }
}
