package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job in a list, with what tells how it stands.
 *
 * @param job the job
 * @param arguments the beginning of what it was told, JSON, up to 200 characters; for staff alone
 * @param notBefore before this it is not begun, or not begun again
 * @param startedAt when it was first begun; empty before
 * @param node the name of the clone that had it last; empty before
 * @param seenAt when it was read, by the clock of the database
 */
public record ListedJob(
        JobView job,
        String arguments,
        Instant notBefore,
        Optional<Instant> startedAt,
        Optional<String> node,
        Instant seenAt) {}
