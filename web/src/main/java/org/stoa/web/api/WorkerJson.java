package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.CloneView;
import org.stoa.job.JobQueue;
import org.stoa.job.RunningJob;

/**
 * The workers of a clone.
 *
 * @param node the clone
 * @param heardSecondsAgo how long ago it said that it is there, or null where it has not for long
 * @param silent whether it is gone, frozen or cut off, as far as can be told
 * @param workers how many it has, by queue
 * @param jobs what they work on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerJson(
        @Schema(name = "clone", examples = "node-1") @JsonProperty("clone")
        String node,

        @Schema(examples = "2") Long heardSecondsAgo,
        boolean silent,
        @Schema(examples = "{\"urgent\": 2, \"bulk\": 2}") Map<String, Integer> workers,
        List<RunningJobJson> jobs) {

    /**
     * A job that is being done.
     *
     * @param ageSeconds how long ago this attempt began
     * @param late whether its lease has run out, so that another clone will go on
     */
    public record RunningJobJson(
            @Schema(examples = "019a9c3e-5b0f-7a31-9d0e-2f4a51c07b11")
            String id,

            @Schema(examples = "catalogue-import") String type,
            @Schema(examples = "bulk") String queue,
            @Schema(examples = "12") long ageSeconds,
            boolean late) {
        static RunningJobJson of(RunningJob job) {
            return new RunningJobJson(
                    job.id().toString(), job.type(), job.queue(), job.age().toSeconds(), job.late());
        }
    }

    static WorkerJson of(CloneView clone) {
        var workers = new LinkedHashMap<String, Integer>();
        for (var queue : JobQueue.values()) {
            workers.put(queue.key(), queue.workers());
        }
        return new WorkerJson(
                clone.node(),
                clone.silence().map(Duration::toSeconds).orElse(null),
                clone.isSilent(),
                workers,
                clone.jobs().stream().map(RunningJobJson::of).toList());
    }
}
