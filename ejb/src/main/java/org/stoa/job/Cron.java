package org.stoa.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.stoa.Refusal;

/**
 * Times that come again, as crontab(5) writes them: minute, hour, day of the month, month, day of the week (0 or 7 is Sunday), each
 * {@code *}, a number, a range or a list of these, with {@code /} and a step. Where both days are restricted, either will do. What
 * falls into an hour that a clock leaves out is moved on by that hour; an hour that comes twice counts once.
 */
public final class Cron {
    private static final int FIELDS = 5;

    /** The 29th of February may be eight years away. */
    private static final int MOST_DAYS = 9 * 366;

    private final String text;
    private final CronField minutes;
    private final CronField hours;
    private final CronField days;
    private final CronField months;
    private final CronField weekdays;

    private Cron(String text, List<String> fields) {
        this.text = text;
        minutes = CronField.parse(fields.get(0), 0, 59);
        hours = CronField.parse(fields.get(1), 0, 23);
        days = CronField.parse(fields.get(2), 1, 31);
        months = CronField.parse(fields.get(3), 1, 12);
        weekdays = CronField.parse(fields.get(4), 0, 7);
    }

    /**
     * Reads one.
     *
     * @throws Refusal invalid: it is none, or its time never comes
     */
    public static Cron parse(String text) {
        var fields = List.of(text.strip().split("\\s+"));
        if (fields.size() != FIELDS) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "\"%s\" is no schedule: minute, hour, day, month and day of the week are needed.".formatted(text));
        }
        var cron = new Cron(text, fields);
        cron.next(Instant.EPOCH, ZoneId.of("UTC"));
        return cron;
    }

    /** The first of the times after that one. */
    public Instant next(Instant after, ZoneId zone) {
        var begin = after.atZone(zone).toLocalDateTime();
        var day = begin.toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++) {
            if (isDay(day)) {
                var found = next(day, after, zone);
                if (found != null) {
                    return found;
                }
            }
            day = day.plusDays(1);
        }
        throw new Refusal(Refusal.Kind.INVALID, "The time of the schedule \"%s\" never comes.".formatted(text));
    }

    private boolean isDay(LocalDate day) {
        boolean ofMonth = days.has(day.getDayOfMonth());
        int number = day.getDayOfWeek().getValue();
        boolean ofWeek = weekdays.has(number) || number == 7 && weekdays.has(0);
        boolean either = days.isRestricted() && weekdays.isRestricted();
        return months.has(day.getMonthValue()) && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private Instant next(LocalDate day, Instant after, ZoneId zone) {
        for (int hour = hours.from(0); hour >= 0; hour = hours.from(hour + 1)) {
            for (int minute = minutes.from(0); minute >= 0; minute = minutes.from(minute + 1)) {
                var time = LocalDateTime.of(day, LocalTime.of(hour, minute))
                        .atZone(zone)
                        .toInstant();
                if (time.isAfter(after)) {
                    return time;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
