package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.JobQueue;
import org.stoa.job.JobQueues;
import org.stoa.job.QueueViews;

/** The queues of jobs, for staff. */
@Path("queues")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class QueuesResource {
    private static final String RULE = "paused: true or false; mostRunning: 1 to 1000, or null.";
    private static final int MOST = 1_000;

    @Inject
    private QueueViews views;

    @Inject
    private JobQueues queues;

    /** All queues. */
    @GET
    @Operation(summary = "Lists the queues of jobs", description = "With what is in them now; for staff.")
    @APIResponse(
            responseCode = "200",
            description = "The queues, as items",
            content = @Content(schema = @Schema(implementation = ListShapes.Queues.class)))
    public Response list() {
        return Response.ok(new ListJson<>(
                        views.queues().stream().map(QueueJson::of).toList(), null))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Pauses a queue, lets it go on, or limits it. */
    @PATCH
    @Path("{name}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Pauses a queue, lets it go on, or limits it",
            description = "A merge patch (RFC 7396); mostRunning null takes the limit away; for staff.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(name = "pause", value = "{\"paused\": true, \"mostRunning\": 3}")))
    @APIResponse(responseCode = "204", description = "It holds from the next job on, on all clones")
    @APIResponse(responseCode = "404", description = "No such queue")
    @APIResponse(responseCode = "422", description = "A field that is none of these, or a wrong value")
    public Response change(@PathParam("name") String name, JsonNode patch) {
        var queue = JobQueue.fromString(name);
        MergePatch.require(patch, RULE, QueuesResource::isFine);
        queues.change(
                queue,
                Optional.ofNullable(patch.get("paused")).map(JsonNode::booleanValue),
                Optional.ofNullable(patch.get("mostRunning"))
                        .map(most -> most.isNull() ? OptionalInt.empty() : OptionalInt.of(most.intValue())));
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    private static boolean isFine(String field, JsonNode value) {
        return switch (field) {
            case "paused" -> value.isBoolean();
            case "mostRunning" -> value.isNull() || value.isInt() && value.intValue() >= 1 && value.intValue() <= MOST;
            default -> false;
        };
    }
}
