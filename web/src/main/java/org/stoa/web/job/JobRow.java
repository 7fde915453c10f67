package org.stoa.web.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/**
 * A job as staff see it in a list.
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
 * @param dead whether it waits for a person
 * @param unfinished whether it goes on by itself
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
        boolean dead,
        boolean unfinished) {
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
                job.state() == JobState.DEAD,
                job.finishedAt().isEmpty());
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
}
