package org.stoa.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A clone and what it works on, as it is shown.
 *
 * @param node its name
 * @param silence how long ago it said that it is there; empty: it never did, or a day ago
 * @param jobs what it works on, the oldest first, perhaps nothing
 */
public record CloneView(String node, Optional<Duration> silence, List<RunningJob> jobs) {
    /** Who has been silent for longer has missed three times to say that he is there. */
    private static final Duration LONGEST_SILENCE = JobWatch.BEAT.multipliedBy(3);

    /** Whether it is gone, frozen or cut off, as far as can be told. */
    public boolean isSilent() {
        return silence.filter(time -> time.compareTo(LONGEST_SILENCE) <= 0).isEmpty();
    }

    /** How many workers of a queue are busy. */
    public long busy(JobQueue queue) {
        return jobs.stream().filter(job -> job.queue().equals(queue.key())).count();
    }
}
