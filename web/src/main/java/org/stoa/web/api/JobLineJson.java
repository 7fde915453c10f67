package org.stoa.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.JobLine;

/**
 * A line that a job told of its work.
 *
 * @param number greater than those of the lines before it
 * @param at when it was written, RFC 3339 in UTC
 */
public record JobLineJson(
        @Schema(examples = "4711") long number,
        @Schema(examples = "2026-01-31T12:00:00Z") String at,
        @Schema(examples = "Rows 1 to 500: 2 refused") String text) {
    static JobLineJson of(JobLine line) {
        return new JobLineJson(line.number(), line.at().toString(), line.text());
    }
}
