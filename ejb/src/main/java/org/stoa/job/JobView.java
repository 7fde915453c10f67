package org.stoa.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is shown.
 *
 * @param id its id
 * @param type the name of its type
 * @param queue where its workers find it
 * @param state what is the case with it
 * @param progress how far it is
 * @param attempts how often it was begun
 * @param error why the last attempt failed; empty where none did
 * @param submitter the member that wanted it; empty for the shop itself and for programs of the staff
 * @param createdAt when it was submitted
 * @param finishedAt when it was done, dead or cancelled; empty before
 * @param result what it ended with, JSON; empty before it is done
 */
public record JobView(
        JobId id,
        String type,
        JobQueue queue,
        JobState state,
        Progress progress,
        int attempts,
        Optional<String> error,
        Optional<Long> submitter,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<String> result) {}
