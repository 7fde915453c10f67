package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.web.job.ChosenJobs;

/** Has many dead jobs tried again. */
@Path("job-retries")
@RequestScoped
@Staff
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobRetriesResource {
    @Inject
    private ChosenJobs jobs;

    /** Has many dead jobs tried again. */
    @POST
    @Operation(
            summary = "Has dead jobs tried again",
            description =
                    "Each from its last checkpoint, with all its attempts and all of its time; what is not dead stays as it is. May be repeated. For staff.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each, as items in the order of the ids",
            content = @Content(schema = @Schema(implementation = ListShapes.JobChanges.class)))
    @APIResponse(responseCode = "422", description = "No ids, or more than 100")
    public Response change(JobChangeJson.Wanted wanted) {
        return JobChangeJson.answer(jobs.retry(JobChangeJson.Wanted.ids(wanted)));
    }
}
