package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.stoa.job.CloneViews;

/** The workers of the clones, for staff. */
@Path("workers")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class WorkersResource {
    @Inject
    private CloneViews clones;

    /** The workers of all clones. */
    @GET
    @Operation(
            summary = "Lists the workers of each clone",
            description =
                    "With what they work on; of clones that were heard of within five minutes, or have jobs. For staff.")
    @APIResponse(
            responseCode = "200",
            description = "The clones with their workers, as items",
            content = @Content(schema = @Schema(implementation = ListShapes.Workers.class)))
    public Response list() {
        return Response.ok(new ListJson<>(
                        clones.clones().stream().map(WorkerJson::of).toList(), null))
                .header("Cache-Control", "no-store")
                .build();
    }
}
