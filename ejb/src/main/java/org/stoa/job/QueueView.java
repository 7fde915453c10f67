package org.stoa.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A queue as it is shown.
 *
 * @param queue which one
 * @param paused whether nothing of it is begun
 * @param mostRunning how many may run on all clones together; empty: as many as there are workers
 * @param ready jobs that are due
 * @param oldest how long the oldest of them has been due; empty where none is
 * @param waiting jobs whose time comes later
 * @param running jobs that are being done
 * @param dead jobs that wait for a person
 * @param doneLastMinute jobs that were done within the last minute
 * @param failedLastMinute attempts that failed or were lost within the last minute
 */
public record QueueView(
        JobQueue queue,
        boolean paused,
        OptionalInt mostRunning,
        long ready,
        Optional<Duration> oldest,
        long waiting,
        long running,
        long dead,
        long doneLastMinute,
        long failedLastMinute) {}
