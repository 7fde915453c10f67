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
 * @param queue the name of the queue where they wait; a newer release may have added it
 * @param paused whether it rests
 * @param nextAt when it comes next
 * @param lastAt the last time it was due; empty if it never was
 * @param lastJob the job of then
 * @param lastState what is the case with that job; empty if there is none, or it is not known any more
 */
public record ScheduleView(
        String name,
        String cron,
        String zone,
        String type,
        String queue,
        boolean paused,
        Instant nextAt,
        Optional<Instant> lastAt,
        Optional<JobId> lastJob,
        Optional<JobState> lastState) {}
