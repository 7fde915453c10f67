package org.stoa.system.jobs.work;

/**
 * What is to be done.
 *
 * @param steps how many, 1 or more
 * @param millis how long each takes at least
 * @param stumbles whether attempts fail now and then in the middle of a step
 * @param outside the file that shows effects outside of the database; null for a job that has none
 */
public record Task(int steps, long millis, boolean stumbles, String outside) {}
