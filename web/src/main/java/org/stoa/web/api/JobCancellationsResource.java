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

/** Takes many jobs back, dead ones too. */
@Path("job-cancellations")
@RequestScoped
@Staff
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobCancellationsResource {
    @Inject
    private ChosenJobs jobs;

    /** Takes many jobs back, dead ones too. */
    @POST
    @Operation(
            summary = "Cancels jobs, and discards dead ones",
            description =
                    "What their earlier steps did stays; what is done stays as it is. May be repeated. For staff.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each, as items in the order of the ids",
            content = @Content(schema = @Schema(implementation = ListShapes.JobChanges.class)))
    @APIResponse(responseCode = "422", description = "No ids, or more than 100")
    public Response change(JobChangeJson.Wanted wanted) {
        return JobChangeJson.answer(jobs.cancel(JobChangeJson.Wanted.ids(wanted)));
    }
}
