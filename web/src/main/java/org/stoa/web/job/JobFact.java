package org.stoa.web.job;

/**
 * Something that is known of a job.
 *
 * @param label what it is, in words
 * @param value its value for people
 * @param link where there is more about it, or null
 */
public record JobFact(String label, String value, String link) {}
