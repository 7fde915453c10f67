package org.stoa.system.feed;

/**
 * One value that was read. Times are of {@link System#nanoTime}.
 *
 * @param register the number of what was read
 * @param value what was seen
 * @param called when the request was about to be sent
 * @param returned when the answer was there
 * @param node who answered
 * @param view as what it was shown
 * @param degraded whether the answer said that the primary is away
 * @param stamp what the request carried, or null
 */
record Read(
        int register, int value, long called, long returned, String node, View view, boolean degraded, Stamp stamp) {}
