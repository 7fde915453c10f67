package org.stoa.job;

/**
 * Where a job stands, of one moment.
 *
 * @param job the job
 * @param lastLine the number of the last line it told, 0 where there is none
 */
record JobStand(JobView job, long lastLine) {}
