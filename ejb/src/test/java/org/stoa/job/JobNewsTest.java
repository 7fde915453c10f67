package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobNewsTest {
    private static final List<JobLine> LINES =
            List.of(new JobLine(3, Instant.EPOCH, "Three"), new JobLine(7, Instant.EPOCH, "Seven"));

    private final JobNews news = new JobNews(null, 7, LINES, Optional.empty());

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
    void a_line_is_one_line() {
        assertThat(JobLine.storable("a\0b\r\nc")).isEqualTo("ab c");
        assertThat(JobLine.storable("x".repeat(501))).hasSize(500);
    }
}
