package org.stoa.web.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.stoa.job.Attempt;
import org.stoa.web.site.Texts;

/**
 * An attempt at a job as staff see it.
 *
 * @param node which clone made it
 * @param began when
 * @param took how long it took; a dash while it goes on
 * @param outcome the name of what became of it
 * @param outcomeText the same in words
 * @param error why it failed, perhaps empty
 */
public record AttemptRow(String node, Instant began, String took, String outcome, String outcomeText, String error) {
    static AttemptRow of(Attempt attempt) {
        var outcome = attempt.outcome().name().toLowerCase(Locale.ROOT);
        return new AttemptRow(
                attempt.node(),
                attempt.beganAt(),
                attempt.endedAt()
                        .map(end -> JobRow.length(Duration.between(attempt.beganAt(), end)))
                        .orElse("–"),
                outcome,
                Texts.get("job.outcome." + outcome),
                attempt.error().orElse(""));
    }
}
