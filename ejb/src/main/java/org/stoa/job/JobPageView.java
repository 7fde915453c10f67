package org.stoa.job;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of jobs.
 *
 * @param items the jobs, the youngest first
 * @param next where the next page starts; none on the last page
 */
public record JobPageView(List<ListedJob> items, Optional<JobId> next) {}
