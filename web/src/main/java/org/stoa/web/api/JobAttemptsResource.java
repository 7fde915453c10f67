package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.JobId;
import org.stoa.job.JobViews;
import org.stoa.job.Jobs;
import org.stoa.web.job.ReadableJobs;

/** The attempts at a job, for staff; another one can be had. */
@Path("jobs/{id}/attempts")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobAttemptsResource {
    private static final int ASK_AGAIN_SECONDS = 1;

    @Inject
    private ReadableJobs readable;

    @Inject
    private JobViews views;

    @Inject
    private Jobs jobs;

    /** What became of the latest attempts. */
    @GET
    @Operation(
            summary = "Lists the attempts at a job",
            description = "The latest 50 and the present one, the first of them first; for staff.")
    @APIResponse(
            responseCode = "200",
            description = "The attempts, as items",
            content = @Content(schema = @Schema(implementation = ListShapes.Attempts.class)))
    @APIResponse(responseCode = "404", description = "No such job")
    public Response list(@PathParam("id") String id) {
        var attempts = views.attempts(readable.get(id).id()).stream()
                .map(AttemptJson::of)
                .toList();
        return Response.ok(new ListJson<>(attempts, null))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** Has a dead job tried again. */
    @POST
    @Operation(
            summary = "Has a dead job tried again",
            description = "From its last checkpoint, with all its attempts and all of its time; for staff.")
    @APIResponse(responseCode = "202", description = "It will be begun soon; Location is the job")
    @APIResponse(responseCode = "404", description = "No such job")
    @APIResponse(responseCode = "409", description = "It is not dead, or another job does the same")
    public Response again(@PathParam("id") String id, @Context UriInfo uri) {
        jobs.retry(JobId.fromString(id));
        return Response.accepted()
                .location(uri.getBaseUriBuilder().path("jobs/" + id).build())
                .header("Retry-After", ASK_AGAIN_SECONDS)
                .header("Cache-Control", "no-store")
                .build();
    }
}
