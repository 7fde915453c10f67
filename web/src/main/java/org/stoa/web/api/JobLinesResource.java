package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.JobViews;
import org.stoa.web.job.ReadableJobs;

/** What a job told of its work. */
@Path("jobs/{id}/lines")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobLinesResource {
    @Inject
    private ReadableJobs readable;

    @Inject
    private JobViews views;

    /** The latest lines. */
    @GET
    @Operation(
            summary = "Lists what a job told of its work",
            description = "The latest 200 lines, the oldest first; for staff and for its submitter.")
    @APIResponse(
            responseCode = "200",
            description = "The lines, as items",
            content = @Content(schema = @Schema(implementation = ListShapes.Lines.class)))
    @APIResponse(responseCode = "404", description = "No such job, or not for the eyes of who asks")
    public Response list(@PathParam("id") String id) {
        var lines =
                views.lines(readable.get(id).id()).stream().map(JobLineJson::of).toList();
        return Response.ok(new ListJson<>(lines, null))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
