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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.job.JobQuery;
import org.stoa.job.JobSearch;
import org.stoa.job.ListedJob;
import org.stoa.web.job.JobFilter;
import org.stoa.web.security.Caller;

/** Jobs: all of them for staff, his own for a member. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@SecurityRequirement(name = "staff")
public class JobListResource {
    @Inject
    private JobSearch jobs;

    @Inject
    private Caller caller;

    /** One page of jobs, the youngest first. */
    @GET
    @Operation(
            summary = "Lists jobs",
            description =
                    "The youngest first; finished ones are known for 30 days. All for staff, his own for a member.")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "ready, waiting, running, done, dead or cancelled")
    @Parameter(name = "queue", in = ParameterIn.QUERY, description = "urgent, bulk, media or mail")
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "Name of a type")
    @Parameter(name = "error", in = ParameterIn.QUERY, description = "A part of the error, in whatever case")
    @Parameter(
            name = "arguments",
            in = ParameterIn.QUERY,
            description =
                    "A part of the arguments, in whatever case; or a JSON object that they contain: {\"line\": 3}; for staff")
    @Parameter(name = "batch", in = ParameterIn.QUERY, description = "Id of a batch; for staff")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Submitted then or later, RFC 3339")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Submitted before, RFC 3339")
    @APIResponse(
            responseCode = "200",
            description = "One page of jobs: items, and next where there are more",
            content = @Content(schema = @Schema(implementation = ListShapes.Jobs.class)))
    @APIResponse(responseCode = "400", description = "A parameter that can't be understood")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "503", description = "It takes too long to find them: say more")
    public Response list(
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100") @DefaultValue("20") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var wanted = JobFilter.of(uri.getQueryParameters()::getFirst).query(cursor, JobFilter.limit(limit));
        return visible(wanted).map(query -> answer(query, uri)).orElseGet(() -> Problem.of(
                        Response.Status.UNAUTHORIZED.getStatusCode(), "Nobody is signed in.")
                .response());
    }

    /** Of what is wanted, what the caller may see; empty for nobody. */
    private Optional<JobQuery> visible(JobQuery wanted) {
        if (caller.isStaff()) {
            return Optional.of(wanted);
        }
        var member = caller.memberId();
        if (member.isPresent()
                && (wanted.arguments().isPresent() || wanted.batch().isPresent())) {
            // What he can't see he must not find out by searching for it.
            throw new Refusal(Refusal.Kind.MALFORMED, "arguments, batch: only staff may ask for them.");
        }
        return member.map(id -> wanted.by(id.value()));
    }

    private Response answer(JobQuery wanted, UriInfo uri) {
        var page = jobs.list(wanted);
        var items = page.items().stream().map(ListedJob::job).map(JobJson::of).toList();
        var next = page.next().map(Object::toString);
        var response =
                Response.ok(new ListJson<>(items, next.orElse(null))).header("Cache-Control", "private, no-store");
        next.ifPresent(place -> response.link(
                uri.getRequestUriBuilder().replaceQueryParam("cursor", place).build(), "next"));
        return response.build();
    }
}
