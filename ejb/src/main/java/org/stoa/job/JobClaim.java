package org.stoa.job;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.stoa.job.JobWork.Step;

/**
 * A job that this clone works on.
 *
 * @param id the job
 * @param epoch what allows this worker, and no earlier one, to commit a step
 * @param type the name of its type
 * @param attempts attempts since the last committed step, this one included, from 1
 * @param age how long ago its first attempt began, by the clock of the database
 * @param batch to which it belongs; empty: to none
 * @param start where it stands, the payload as JSON
 */
record JobClaim(
        JobId id, UUID epoch, String type, int attempts, Duration age, Optional<BatchId> batch, Step<String> start) {
    /**
     * Where it stands, the payload understood.
     *
     * @throws org.stoa.Refusal invalid: it can't be
     */
    <P> Step<P> start(JobType<P> known) {
        return new Step<>(id, known.read(start.payload()), start.checkpoint(), start.progress());
    }
}
