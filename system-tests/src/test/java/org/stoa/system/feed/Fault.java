package org.stoa.system.feed;

/**
 * Something was broken. Times are of {@link System#nanoTime}.
 *
 * @param kind what
 * @param began when it was about to be broken
 * @param ended when the shop served and wrote everywhere again
 */
record Fault(String kind, long began, long ended) {}
