package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.job.JobViews;
import org.stoa.web.job.JobFilter;

/** All jobs, for staff. */
@Path("jobs")
@RequestScoped
@Staff
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobListResource {
    @Inject
    private JobViews jobs;

    /** One page of jobs, the youngest first. */
    @GET
    @Operation(
            summary = "Lists jobs",
            description = "The youngest first; finished ones are known for 30 days; for staff.")
    @APIResponse(responseCode = "200", description = "One page of jobs: items, and next where there are more")
    public Response list(
            @Parameter(description = "ready, waiting, running, done, dead or cancelled") @QueryParam("state")
                    String state,
            @Parameter(description = "urgent, bulk, media or mail") @QueryParam("queue") String queue,
            @Parameter(description = "Name of a type") @QueryParam("type") String type,
            @Parameter(description = "A part of the error") @QueryParam("error") String error,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100") @DefaultValue("20") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var page = jobs.list(new JobFilter(state, queue, type, error, cursor).query(JobFilter.limit(limit)));
        var items = page.items().stream().map(JobJson::of).toList();
        var next = page.next().map(Object::toString);
        var response = Response.ok(new ListJson<>(items, next.orElse(null))).header("Cache-Control", "no-store");
        next.ifPresent(place -> response.link(
                uri.getRequestUriBuilder().replaceQueryParam("cursor", place).build(), "next"));
        return response.build();
    }
}
