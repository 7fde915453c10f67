package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.web.job.ReadableJobs;
import org.stoa.web.security.Caller;
import org.stoa.web.session.SessionUse;

/** How a job goes on, as a stream of events. */
@Path("jobs/{id}/events")
@RequestScoped
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobEventsResource {
    @Inject
    private ReadableJobs readable;

    @Inject
    private Caller caller;

    @Inject
    private EventStreams streams;

    @Context
    private HttpServletRequest request;

    /** The events of a job, until its end or for the better part of a minute. */
    @GET
    @Produces(EventStreams.MEDIA_TYPE)
    @Operation(
            summary = "Follows a job",
            description =
                    "Server-sent events: line (what the job told of its work: number, at, text), job (the job whenever it"
                            + " has moved, and at first) and end (the finished job, and a stamp to read with). A stream ends"
                            + " after less than a minute; clients come back with Last-Event-ID, to any clone, and miss"
                            + " nothing. For staff and for its submitter.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = EventStreams.MEDIA_TYPE, schema = @Schema(implementation = JobJson.class)))
    @APIResponse(responseCode = "204", description = "The client has seen the end: there is nothing to come back for")
    @APIResponse(responseCode = "404", description = "No such job, or not for the eyes of who asks")
    @APIResponse(responseCode = "429", description = "A member follows more than 20 jobs on one clone")
    @APIResponse(responseCode = "503", description = "Too many follow jobs here")
    public void follow(
            @PathParam("id") String id,
            @Parameter(description = "The id of the last event that the client has") @HeaderParam("Last-Event-ID")
                    String last,
            @Parameter(description = "The same, for a client that begins") @QueryParam("after") String after,
            @Suspended AsyncResponse answer)
            throws IOException {
        var job = readable.get(id);
        var known = EventId.parse(last == null ? after : last);
        if (known.ended() && job.state().isFinished()) {
            answer.resume(
                    Response.noContent().header("Cache-Control", "no-store").build());
            return;
        }
        var reader = caller.memberId();
        streams.requireRoom(reader);
        // Nobody else waits for the session meanwhile.
        SessionUse.end();
        streams.begin(job.id(), reader, known.line(), request.getAsyncContext());
    }

    /** The head of that answer, at once: a stream of which nothing is sent would be followed all the same. */
    @HEAD
    @Produces(EventStreams.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response look(@PathParam("id") String id) {
        readable.get(id);
        return Response.ok()
                .type(EventStreams.MEDIA_TYPE)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
