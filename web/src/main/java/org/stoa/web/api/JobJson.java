package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.BatchId;
import org.stoa.job.JobDetails;
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
 * @param details what only staff see, and only where one job is asked for, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobJson(
        @Schema(examples = "019a9c3e-5b0f-7a31-9d0e-2f4a51c07b11")
        String id,

        @Schema(examples = "catalogue-import") String type,
        @Schema(examples = "bulk") String queue,
        @Schema(examples = "running") String state,
        ProgressJson progress,
        @Schema(examples = "1") int attempts,
        String error,
        @Schema(examples = "2026-01-31T12:00:00Z") String createdAt,
        String finishedAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String result,
        DetailsJson details) {

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

    /**
     * What only staff see of a job.
     *
     * @param arguments what it was told
     * @param priority 0 to 9
     * @param key names what it does among the jobs of its type, or null
     * @param batch to which it belongs, or null
     * @param submitter the member that wanted it, or null
     * @param notBefore before this it is not begun, or not begun again
     * @param startedAt when it was first begun, or null
     * @param node the clone that had it last, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DetailsJson(
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String arguments,
            @Schema(examples = "5") int priority,
            String key,
            String batch,
            Long submitter,
            String notBefore,
            String startedAt,

            @Schema(name = "clone", examples = "node-1") @JsonProperty("clone")
            String node) {
        static DetailsJson of(JobView job, JobDetails details) {
            return new DetailsJson(
                    details.arguments(),
                    details.priority(),
                    details.key().orElse(null),
                    details.batch().map(BatchId::toString).orElse(null),
                    job.submitter().orElse(null),
                    details.notBefore().toString(),
                    details.startedAt().map(Instant::toString).orElse(null),
                    details.node().orElse(null));
        }
    }

    static JobJson of(JobView job) {
        return of(job, Optional.empty());
    }

    static JobJson of(JobView job, Optional<JobDetails> details) {
        return new JobJson(
                job.id().toString(),
                job.type(),
                job.queue(),
                job.state().key(),
                ProgressJson.of(job.progress()),
                job.attempts(),
                job.error().orElse(null),
                job.createdAt().toString(),
                job.finishedAt().map(Instant::toString).orElse(null),
                job.result().orElse(null),
                details.map(known -> DetailsJson.of(job, known)).orElse(null));
    }
}
