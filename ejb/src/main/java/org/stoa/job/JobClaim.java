package org.stoa.job;

import java.util.UUID;

/**
 * A job that this clone works on.
 *
 * @param id the job
 * @param epoch what allows this worker, and no earlier one, to commit a step
 * @param type its type
 * @param attempts attempts since the last committed step, this one included, from 1
 * @param start where it stands
 */
record JobClaim(JobId id, UUID epoch, String type, int attempts, JobWork.Step start) {}
