package org.stoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stoa.job.JobId;
import org.stoa.job.JobLine;
import org.stoa.job.JobNews;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.job.Progress;

class EventTextTest {
    private static final int MANY = 200;
    private static final String LONG = "x".repeat(500);

    private final EventText text = new EventText(0);

    @Test
    void what_somebody_lacks_is_told_once() throws JsonProcessingException {
        var news = news(2, "short");
        assertThat(text.next(news).text()).contains("id: 1\n", "id: 2\n", "event: job");
        assertThat(text.next(news)).isEqualTo(new EventText.Told("", false, false));
        assertThat(text.lastLine()).isEqualTo(2);
    }

    @Test
    void many_lines_are_told_a_part_at_a_time_and_how_the_job_stands_after_the_last() throws JsonProcessingException {
        var news = news(MANY, LONG);
        var told = new StringBuilder();
        int parts = 0;
        EventText.Told part;
        do {
            part = text.next(news);
            assertThat(part.text().length()).isLessThan(20_000);
            assertThat(part.text().contains("event: job")).isEqualTo(!part.more());
            told.append(part.text());
            parts++;
        } while (part.more());
        assertThat(parts).isGreaterThan(4);
        for (int line = 1; line <= MANY; line++) {
            assertThat(told).containsOnlyOnce("id: " + line + "\ndata: {\"number\":" + line + ",");
        }
    }

    /** A running job and its lines. */
    private static JobNews news(int lines, String line) {
        var job = new JobView(
                new JobId(new UUID(1, 2)),
                "test",
                "bulk",
                JobState.RUNNING,
                new Progress(0, 0, ""),
                1,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
        List<JobLine> all = LongStream.rangeClosed(1, lines)
                .mapToObj(number -> new JobLine(number, Instant.EPOCH, line))
                .toList();
        return new JobNews(job, 0, lines, all, Optional.empty());
    }
}
