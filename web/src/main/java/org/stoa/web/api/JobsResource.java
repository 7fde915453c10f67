package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.JobDetails;
import org.stoa.job.JobViews;
import org.stoa.job.Jobs;
import org.stoa.web.job.ReadableJobs;
import org.stoa.web.security.Caller;

/** Jobs: work that is done after the answer to the request that wanted it. */
@Path("jobs/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobsResource {
    private static final int ASK_AGAIN_SECONDS = 1;

    @Inject
    private ReadableJobs readable;

    @Inject
    private JobViews views;

    @Inject
    private Jobs jobs;

    @Inject
    private Caller caller;

    /** One job, as the primary knows it. */
    @GET
    @Operation(
            summary = "Shows a job",
            description =
                    "While it is not finished, Retry-After says when to ask again. For staff and for its submitter; only staff see details.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    @APIResponse(responseCode = "404", description = "No such job, or not for the eyes of who asks")
    public Response show(@PathParam("id") String id) {
        var job = readable.get(id);
        var details = caller.isStaff() ? views.details(job.id()) : Optional.<JobDetails>empty();
        var response = Response.ok(JobJson.of(job, details)).header("Cache-Control", "private, no-store");
        if (job.finishedAt().isEmpty()) {
            response.header("Retry-After", ASK_AGAIN_SECONDS);
        }
        return response.build();
    }

    /** Takes a job back; no step of it takes effect any more. */
    @DELETE
    @Operation(summary = "Cancels a job, or discards a dead one", description = "What its earlier steps did stays.")
    @APIResponse(responseCode = "204", description = "Cancelled, now or before")
    @APIResponse(responseCode = "404", description = "No such job, or not for the eyes of who asks")
    @APIResponse(responseCode = "409", description = "It is done already")
    public Response cancel(@PathParam("id") String id) {
        jobs.cancel(readable.get(id).id());
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
