package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What staff see of a job beside what its submitter sees.
 *
 * @param arguments what it was told, JSON
 * @param priority 0 to 9: of those in its queue that are due, a greater one is begun first
 * @param key names what it does among the jobs of its type; empty: it may be there many times
 * @param batch to which it belongs; empty: to none
 * @param notBefore before this it is not begun, or not begun again
 * @param startedAt when it was first begun; empty before
 * @param node the name of the clone that had it last; empty before
 */
public record JobDetails(
        String arguments,
        int priority,
        Optional<String> key,
        Optional<BatchId> batch,
        Instant notBefore,
        Optional<Instant> startedAt,
        Optional<String> node) {}
