package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.Cron;
import org.stoa.job.QueueViews;
import org.stoa.job.Schedules;

/** Jobs that come again and again, for staff. */
@Path("schedules")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class SchedulesResource {
    private static final String RULE = "paused: true or false; cron: five fields, up to 100 characters.";
    private static final int LONGEST_CRON = 100;
    private static final int ASK_AGAIN_SECONDS = 1;

    @Inject
    private QueueViews views;

    @Inject
    private Schedules schedules;

    /** All schedules. */
    @GET
    @Operation(summary = "Lists the jobs that come again", description = "By their names; for staff.")
    @APIResponse(
            responseCode = "200",
            description = "The schedules, as items",
            content = @Content(schema = @Schema(implementation = ListShapes.Schedules.class)))
    public Response list() {
        return Response.ok(new ListJson<>(
                        views.schedules().stream().map(ScheduleJson::of).toList(), null))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Pauses a schedule, lets it go on, or gives it other times. */
    @PATCH
    @Path("{name}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Pauses a schedule, lets it go on, or gives it other times",
            description = "A merge patch (RFC 7396); cron has five fields, in the zone of the schedule; for staff.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(
                                            name = "mondays",
                                            value = "{\"paused\": false, \"cron\": \"30 6 * * 1\"}")))
    @APIResponse(responseCode = "204", description = "It holds from the next time on")
    @APIResponse(responseCode = "404", description = "No such schedule")
    @APIResponse(
            responseCode = "422",
            description = "A field that is none of these, a wrong value, or a time that never comes")
    public Response change(@PathParam("name") String name, JsonNode patch) {
        MergePatch.require(patch, RULE, SchedulesResource::isFine);
        schedules.change(
                name,
                Optional.ofNullable(patch.get("cron")).map(JsonNode::textValue).map(Cron::parse),
                Optional.ofNullable(patch.get("paused")).map(JsonNode::booleanValue));
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    private static boolean isFine(String field, JsonNode value) {
        return switch (field) {
            case "paused" -> value.isBoolean();
            case "cron" -> value.isTextual() && value.textValue().length() <= LONGEST_CRON;
            default -> false;
        };
    }

    /** Has the job of a schedule done now. */
    @POST
    @Path("{name}/runs")
    @Operation(summary = "Has the job of a schedule done now", description = "Beside its times; for staff.")
    @APIResponse(responseCode = "202", description = "It will be begun soon; Location is the job")
    @APIResponse(responseCode = "404", description = "No such schedule")
    public Response run(@PathParam("name") String name, @Context UriInfo uri) {
        var job = schedules.runNow(name);
        return Response.accepted()
                .location(uri.getBaseUriBuilder().path("jobs/" + job).build())
                .header("Retry-After", ASK_AGAIN_SECONDS)
                .header("Cache-Control", "no-store")
                .build();
    }
}
