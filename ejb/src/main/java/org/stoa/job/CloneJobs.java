package org.stoa.job;

/**
 * How many jobs of a queue a clone is working on.
 *
 * @param node the name of the clone
 * @param queue the queue
 * @param running jobs that are being done, 1 or more
 * @param late those of them whose lease has run out: the clone is frozen or gone, and another will go on
 */
public record CloneJobs(String node, JobQueue queue, long running, long late) {}
