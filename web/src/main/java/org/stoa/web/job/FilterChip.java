package org.stoa.web.job;

/**
 * Something that a list of jobs is narrowed to.
 *
 * @param label what, in words
 * @param link where the jobs are listed without it
 */
public record FilterChip(String label, String link) {}
