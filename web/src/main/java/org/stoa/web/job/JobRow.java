package org.stoa.web.job;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.job.ListedJob;
import org.stoa.job.Progress;
import org.stoa.web.site.Texts;

/**
 * A job as it is listed.
 *
 * @param id its id
 * @param title what it does, in words
 * @param queue the name of its queue; empty for its submitter
 * @param state the name of its state
 * @param stateText the same in words
 * @param submitted when it was submitted
 * @param stand how it stands: since when it is as it is, or when it goes on
 * @param standAt the moment of that
 * @param attempts attempts since its last step; 0 for its submitter
 * @param arguments the beginning of what it was told; empty for its submitter
 * @param message how far it is, perhaps empty
 * @param error why it failed, perhaps empty
 * @param percent how much of it is done, 0 to 100; -1 where it is not running or that is not known
 * @param open whether something can still be done with it
 */
public record JobRow(
        String id,
        String title,
        String queue,
        String state,
        String stateText,
        Instant submitted,
        String stand,
        Instant standAt,
        int attempts,
        String arguments,
        String message,
        String error,
        int percent,
        boolean open) {
    /** How it stands, and the moment of that. */
    private record Stand(String text, Instant at) {}

    static JobRow forStaff(ListedJob listed) {
        var job = listed.job();
        return of(
                listed, job.queue(), Texts.get("jobs.state." + job.state().key()), job.attempts(), listed.arguments());
    }

    /** Nothing of how the shop works inside. */
    static JobRow forSubmitter(ListedJob listed) {
        return of(listed, "", Texts.get("ownJobs.state." + listed.job().state().key()), 0, "");
    }

    private static JobRow of(ListedJob listed, String queue, String stateText, int attempts, String arguments) {
        var job = listed.job();
        var stand = stand(listed, !queue.isEmpty());
        return new JobRow(
                job.id().toString(),
                title(job.type()),
                queue,
                job.state().key(),
                stateText,
                job.createdAt(),
                stand.text(),
                stand.at(),
                attempts,
                arguments,
                job.progress().message(),
                job.error().orElse(""),
                job.state() == JobState.RUNNING ? percent(job.progress()) : -1,
                job.isOpen());
    }

    private static Stand stand(ListedJob listed, boolean forStaff) {
        var job = listed.job();
        var key = "jobs.stand." + job.state().key();
        return switch (job.state()) {
            case READY -> ago(key, listed.notBefore(), listed);
            case WAITING ->
                new Stand(
                        words(
                                job.attempts() > 0 ? "jobs.stand.retry" : key,
                                between(listed.seenAt(), listed.notBefore())),
                        listed.notBefore());
            case RUNNING -> running(key, listed, forStaff);
            case DONE -> done(key, listed);
            case DEAD, CANCELLED -> ago(key, finish(job), listed);
        };
    }

    private static Stand running(String key, ListedJob listed, boolean forStaff) {
        var since = listed.startedAt().orElse(listed.job().createdAt());
        var age = between(since, listed.seenAt());
        return new Stand(
                listed.node()
                        .filter(node -> forStaff)
                        .map(node -> words("jobs.stand.runningOn", age, node))
                        .orElseGet(() -> words(key, age)),
                since);
    }

    private static Stand done(String key, ListedJob listed) {
        var end = finish(listed.job());
        return listed.startedAt()
                .map(began -> new Stand(words("jobs.stand.took", between(began, end)), end))
                .orElseGet(() -> ago(key, end, listed));
    }

    private static Stand ago(String key, Instant moment, ListedJob listed) {
        return new Stand(words(key, between(moment, listed.seenAt())), moment);
    }

    private static Instant finish(JobView job) {
        return job.finishedAt().orElse(job.createdAt());
    }

    private static String words(String key, Object... values) {
        return MessageFormat.format(Texts.get(key), values);
    }

    private static String between(Instant from, Instant to) {
        return length(from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO);
    }

    private static int percent(Progress progress) {
        return progress.total() > 0 ? (int) Math.min(100, progress.done() * 100 / progress.total()) : -1;
    }

    /** What jobs of a type do, in words, or its name. */
    static String title(String type) {
        return Texts.find("job.type." + type).orElse(type);
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
