package org.stoa.imports;

import java.time.Instant;
import java.util.Optional;
import org.stoa.job.JobId;
import org.stoa.job.JobView;

/**
 * An import as it is shown.
 *
 * @param job the job that does it, which names it
 * @param name what the file was called
 * @param mapping how it is read; empty for what fits its columns
 * @param size of the file, in bytes
 * @param createdAt when it was uploaded
 * @param reported lines that say what is wrong with rows, 0 to 10,000
 * @param work how the job is; empty where it is not known any more
 */
public record ImportView(
        JobId job,
        String name,
        Optional<String> mapping,
        long size,
        Instant createdAt,
        long reported,
        Optional<JobView> work) {}
