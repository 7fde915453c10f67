package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.Refusal;
import org.stoa.imports.ImportFiles;
import org.stoa.imports.ImportViews;
import org.stoa.imports.Mappings;
import org.stoa.imports.Uploads;
import org.stoa.job.JobId;
import org.stoa.member.MemberId;
import org.stoa.web.security.Caller;
import org.stoa.web.session.SessionUse;
import org.stoa.web.site.TooLarge;

/** Imports of the catalogue, for staff. */
@Path("imports")
@Staff
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = "staff")
public class ImportsResource {
    private static final String CSV = "text/csv";
    private static final int RETRY_AFTER_SECONDS = 1;

    @Inject
    private Uploads uploads;

    @Inject
    private ImportViews imports;

    @Inject
    private Caller caller;

    /**
     * The job that was submitted.
     *
     * @param id its id
     * @param type what it does
     * @param state what is the case with it
     */
    @Schema(description = "The job that imports the file.")
    public record Submitted(
            String id,
            @Schema(examples = "catalogue-import") String type,
            @Schema(examples = "ready") String state) {}

    /** Takes a file, and has it imported. */
    @POST
    @Consumes(CSV)
    @Operation(
            summary = "Imports a catalogue",
            description = "A CSV file with a header, in UTF-8, up to 256 MiB. Its job tells how far it is.")
    @RequestBody(content = @Content(mediaType = CSV, examples = @ExampleObject(name = "catalogue", value = """
                                            sku,title,description,price,stock,category,author,year,language,isbn
                                            EX-1,An example,,12.30,5,epic,Somebody,1999,en,""")))
    @APIResponse(
            responseCode = "202",
            description = "It is here, and will be imported by the job in Location",
            content = @Content(schema = @Schema(implementation = Submitted.class)))
    @APIResponse(responseCode = "413", description = "More than 256 MiB")
    @APIResponse(responseCode = "422", description = "No such mapping")
    public Response start(
            @Parameter(description = "books or catalogue; without it, what fits the columns") @QueryParam("mapping")
                    String mapping,
            @Parameter(description = "What the file is called") @QueryParam("name") String name,
            @HeaderParam("Content-Length") @Parameter(hidden = true) String length,
            InputStream body) {
        var wanted = Optional.ofNullable(mapping);
        wanted.ifPresent(Mappings::named);
        uploads.requireRoom(length == null ? -1 : Long.parseLong(length));
        var submitter = caller.memberId().map(MemberId::value);
        SessionUse.end();
        var job = receive(name, wanted, body, submitter);
        return Response.accepted(new Submitted(job.toString(), ImportFiles.JOB.name(), "ready"))
                .location(URI.create("jobs/" + job))
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .header("Cache-Control", "no-store")
                .build();
    }

    private JobId receive(String name, Optional<String> mapping, InputStream body, Optional<Long> submitter) {
        try (var upload = uploads.begin(name)) {
            body.transferTo(upload);
            return upload.complete(mapping, submitter);
        } catch (IOException e) {
            throw TooLarge.isCauseOf(e)
                    ? new Refusal(Refusal.Kind.TOO_LARGE, "A file may have 256 MiB.", e)
                    : new Refusal(Refusal.Kind.MALFORMED, "The body could not be read to its end.", e);
        }
    }

    /** The latest imports. */
    @GET
    @Operation(summary = "Lists the latest imports", description = "Up to 20, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The imports, as items",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.class)))
    public Response list() {
        var items = imports.recent().stream().map(ImportJson::of).toList();
        return Response.ok(new ListJson<>(items, null))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** Why rows of an import were refused. */
    @GET
    @Path("{id}/refusals")
    @Produces(CSV)
    @Operation(
            summary = "Tells why rows were refused",
            description = "A CSV file, up to 10,000 lines; a cell that a spreadsheet would take for a formula begins"
                    + " with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The lines",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response refusals(@PathParam("id") String id) {
        var csv = RefusalsCsv.of(imports.refusals(JobId.fromString(id)));
        return Response.ok(csv, CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"refusals-" + id + ".csv\"")
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
