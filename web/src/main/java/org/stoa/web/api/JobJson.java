package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.JobView;
import org.stoa.job.Progress;

/**
 * A job.
 *
 * @param queue {@code urgent}, {@code bulk}, {@code media} or {@code mail}
 * @param state {@code ready}, {@code waiting}, {@code running}, {@code done}, {@code dead} or {@code cancelled}
 * @param attempts attempts since its last step, the present one included
 * @param error why the last attempt failed, or null
 * @param createdAt when it was submitted, RFC 3339 in UTC
 * @param finishedAt when it was done, dead or cancelled, or null
 * @param result what it ended with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobJson(
        @Schema(examples = "019a9c3e-5b0f-7a31-9d0e-2f4a51c07b11")
        String id,

        @Schema(examples = "product-import") String type,
        @Schema(examples = "bulk") String queue,
        @Schema(examples = "running") String state,
        ProgressJson progress,
        @Schema(examples = "1") int attempts,
        String error,
        @Schema(examples = "2026-01-31T12:00:00Z") String createdAt,
        String finishedAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String result) {

    /**
     * How far a job is.
     *
     * @param total 0 where it is not known yet
     */
    public record ProgressJson(
            @Schema(examples = "1200") long done,
            @Schema(examples = "5000") long total,
            @Schema(examples = "Line 1,200") String message) {
        static ProgressJson of(Progress progress) {
            return new ProgressJson(progress.done(), progress.total(), progress.message());
        }
    }

    static JobJson of(JobView job) {
        return new JobJson(
                job.id().toString(),
                job.type(),
                job.queue().key(),
                job.state().key(),
                ProgressJson.of(job.progress()),
                job.attempts(),
                job.error().orElse(null),
                job.createdAt().toString(),
                job.finishedAt().map(Instant::toString).orElse(null),
                job.result().orElse(null));
    }
}
