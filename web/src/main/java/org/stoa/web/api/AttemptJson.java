package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.Attempt;

/**
 * An attempt at a job.
 *
 * @param node which clone made it
 * @param beganAt when it began, RFC 3339 in UTC
 * @param endedAt when it ended, or null
 * @param outcome {@code running}, {@code done}, {@code failed}, {@code lost} or {@code cancelled}
 * @param error why it failed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptJson(
        @Schema(name = "clone", examples = "node-1") @JsonProperty("clone")
        String node,

        @Schema(examples = "2026-01-31T12:00:00Z") String beganAt,
        String endedAt,
        @Schema(examples = "failed") String outcome,
        String error) {
    static AttemptJson of(Attempt attempt) {
        return new AttemptJson(
                attempt.node(),
                attempt.beganAt().toString(),
                attempt.endedAt().map(Instant::toString).orElse(null),
                attempt.outcome().name().toLowerCase(Locale.ROOT),
                attempt.error().orElse(null));
    }
}
