package org.stoa.system.feed;

/**
 * The primary was put back to an old copy of its files: what was written since is lost, and a new era begins. Nobody wrote while
 * it was copied and while it was restored. Times are of {@link System#nanoTime}.
 *
 * @param copied when it was copied
 * @param began when the primary was taken away
 * @param ended when it answered again
 */
record Restore(long copied, long began, long ended) {}
