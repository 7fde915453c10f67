package org.stoa.system.feed;

/**
 * One write. Times are of {@link System#nanoTime}.
 *
 * @param register the number of what was written
 * @param value the new value
 * @param called when the request was about to be sent
 * @param returned when the answer was there, or there was none
 * @param outcome what is known of it
 * @param source which way it went
 * @param era how often the database had been restored before
 */
record Write(int register, int value, long called, long returned, Outcome outcome, Source source, int era) {}
