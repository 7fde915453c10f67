package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.JobId;
import org.stoa.job.ScheduleView;

/**
 * Jobs that come again and again.
 *
 * @param cron when: minute, hour, day of the month, month, day of the week
 * @param zone the time zone in which that is so
 * @param type the name of the type of its jobs
 * @param queue where they wait
 * @param paused whether it rests
 * @param nextAt when it comes next, RFC 3339 in UTC
 * @param lastAt the last time it was due, or null
 * @param lastJob the job of then, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleJson(
        @Schema(examples = "newsletter") String name,
        @Schema(examples = "30 6 * * 1") String cron,
        @Schema(examples = "Europe/Berlin") String zone,
        @Schema(examples = "newsletter-mail") String type,
        @Schema(examples = "mail") String queue,
        boolean paused,
        @Schema(examples = "2026-01-31T12:00:00Z") String nextAt,
        String lastAt,
        String lastJob) {
    static ScheduleJson of(ScheduleView view) {
        return new ScheduleJson(
                view.name(),
                view.cron(),
                view.zone(),
                view.type(),
                view.queue(),
                view.paused(),
                view.nextAt().toString(),
                view.lastAt().map(Instant::toString).orElse(null),
                view.lastJob().map(JobId::toString).orElse(null));
    }
}
