package org.stoa.web.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.job.Progress;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/**
 * A job as it is listed.
 *
 * @param id its id
 * @param title what it does, in words
 * @param queue the name of its queue
 * @param state the name of its state
 * @param stateText the same in words
 * @param since when it was submitted, in UTC
 * @param attempts attempts since its last step
 * @param message how far it is, perhaps empty
 * @param error why it failed, perhaps empty
 * @param percent how much of it is done, 0 to 100; -1 where it is not running or that is not known
 */
public record JobRow(
        String id,
        String title,
        String queue,
        String state,
        String stateText,
        String since,
        int attempts,
        String message,
        String error,
        int percent) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Formats.LOCALE);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Formats.LOCALE);

    static JobRow of(JobView job) {
        return new JobRow(
                job.id().toString(),
                title(job.type()),
                job.queue().key(),
                job.state().key(),
                Texts.get("jobs.state." + job.state().key()),
                time(job.createdAt()),
                job.attempts(),
                job.progress().message(),
                job.error().orElse(""),
                job.state() == JobState.RUNNING ? percent(job.progress()) : -1);
    }

    private static int percent(Progress progress) {
        return progress.total() > 0 ? (int) Math.min(100, progress.done() * 100 / progress.total()) : -1;
    }

    /** What jobs of a type do, in words, or its name. */
    static String title(String type) {
        return Texts.find("job.type." + type).orElse(type);
    }

    static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    static String clock(Instant moment) {
        return CLOCK.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** A length of time in two units at the most: 2 d 3 h, 1 h 2 min, 3 min 4 s or 5 s. */
    static String length(Duration time) {
        if (time.toDays() > 0) {
            return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d s".formatted(time.toSeconds());
    }
}
