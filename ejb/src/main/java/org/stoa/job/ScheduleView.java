package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as it is shown.
 *
 * @param name its name
 * @param cron when it comes again
 * @param zone where that is so
 * @param type the name of the type of its jobs
 * @param queue where they wait
 * @param paused whether it rests
 * @param nextAt when it comes next
 * @param lastAt the last time it was due; empty if it never was
 * @param lastJob the job of then
 */
public record ScheduleView(
        String name,
        String cron,
        String zone,
        String type,
        JobQueue queue,
        boolean paused,
        Instant nextAt,
        Optional<Instant> lastAt,
        Optional<JobId> lastJob) {}
