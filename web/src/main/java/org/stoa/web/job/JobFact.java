package org.stoa.web.job;

import java.time.Instant;

/**
 * Something that is known of a job.
 *
 * @param label what it is, in words
 * @param value its value for people; empty where it is a moment
 * @param at the moment, or null
 * @param link where there is more about it, or null
 */
public record JobFact(String label, String value, Instant at, String link) {}
