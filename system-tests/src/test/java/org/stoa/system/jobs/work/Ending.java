package org.stoa.system.jobs.work;

/**
 * What the last job of a batch is told.
 *
 * @param batch names it: the order that opened it
 * @param jobs how many there were
 * @param failed how many of them are dead or cancelled
 */
public record Ending(String batch, long jobs, long failed) {}
