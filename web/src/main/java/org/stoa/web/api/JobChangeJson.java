package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.web.job.ChosenJobs;
import org.stoa.web.job.ChosenJobs.Outcome;

/**
 * What became of one of many jobs that were to be changed.
 *
 * @param id its id, as it was given
 * @param changed whether it was
 * @param error why not, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobChangeJson(
        @Schema(examples = "019a9c3e-5b0f-7a31-9d0e-2f4a51c07b11")
        String id,

        boolean changed,
        @Schema(examples = "There is no such job.") String error) {

    /**
     * Which jobs are to be changed.
     *
     * @param jobs their ids, 1 to 100
     */
    @Schema(description = "Which jobs are to be changed: 1 to 100 ids.")
    public record Wanted(List<String> jobs) {
        /** The ids; throws a Refusal where there are none, too many, or one is missing. */
        static List<String> ids(Wanted wanted) {
            InvalidBody.required(wanted, "");
            InvalidBody.required(wanted.jobs(), "/jobs");
            if (wanted.jobs().isEmpty() || wanted.jobs().size() > ChosenJobs.MOST) {
                throw new InvalidBody(List.of(new Problem.FieldError("/jobs", "1 to 100 ids.")));
            }
            for (int i = 0; i < wanted.jobs().size(); i++) {
                InvalidBody.required(wanted.jobs().get(i), "/jobs/" + i);
            }
            return wanted.jobs();
        }
    }

    static Response answer(List<Outcome> outcomes) {
        return Response.ok(
                        new ListJson<>(outcomes.stream().map(JobChangeJson::of).toList(), null))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static JobChangeJson of(Outcome outcome) {
        return new JobChangeJson(
                outcome.id(),
                outcome.refusal().isEmpty(),
                outcome.refusal().map(Throwable::getMessage).orElse(null));
    }
}
