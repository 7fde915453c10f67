package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.member.ClientAddress;
import org.stoa.member.SignUp;
import org.stoa.member.SignUp.Fault;
import org.stoa.member.SignUp.Field;
import org.stoa.web.security.Caller;

/** Members. */
@Path("members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class MembersResource {
    @Inject
    private SignUp signUp;

    @Inject
    private Caller caller;

    /**
     * A new account.
     *
     * @param email the address to sign in with
     * @param name 1 to 100 characters
     * @param password 10 to 200 characters
     */
    public record NewMember(
            @Schema(examples = "ada@stoa.example") String email,
            @Schema(examples = "Ada") String name,
            @Schema(examples = "a long walk under columns") String password) {
        /** Without the password: it belongs in no log. */
        @Override
        public String toString() {
            return "NewMember";
        }
    }

    /** Opens an account; the answer is the same where the address has one already. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Signs up",
            description =
                    "Opens an account if the address has none. The answer does not tell which; the owner is told by mail.")
    @APIResponse(responseCode = "202", description = "Accepted; sign in to see")
    @APIResponse(responseCode = "422", description = "A field that can't be accepted")
    @APIResponse(responseCode = "429", description = "Too many accounts from this address")
    public Response open(NewMember member, @Context HttpServletRequest request) {
        InvalidBody.required(member, "");
        var faults = SignUp.faults(member.email(), member.name(), member.password());
        if (!faults.isEmpty()) {
            throw new InvalidBody(
                    faults.entrySet().stream().map(MembersResource::error).toList());
        }
        signUp.open(member.email(), member.name(), member.password(), ClientAddress.of(request.getRemoteAddr()));
        return Response.accepted().header("Cache-Control", "private, no-store").build();
    }

    private static Problem.FieldError error(Map.Entry<Field, Fault> fault) {
        return new Problem.FieldError("/" + fault.getKey().name().toLowerCase(Locale.ROOT), words(fault.getValue()));
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case MISSING -> "Required.";
            case NO_ADDRESS -> "No e-mail address.";
            case NO_NAME -> "1 to 100 characters that can be shown.";
            case TOO_SHORT -> "At least 10 characters.";
            case TOO_LONG -> "At most 200 characters.";
            case TOO_COMMON -> "One of the passwords that are tried first.";
        };
    }

    /** The member who is signed in; 401 for nobody. */
    @GET
    @Path("me")
    @Operation(summary = "Shows who is signed in")
    @APIResponse(
            responseCode = "200",
            description = "The member who is signed in",
            content = @Content(schema = @Schema(implementation = MemberJson.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    public Response me() {
        return caller.member()
                .map(member -> Response.ok(MemberJson.of(member))
                        .header("Cache-Control", "private, no-store")
                        .build())
                .orElseGet(() -> Problem.of(Response.Status.UNAUTHORIZED.getStatusCode(), "Nobody is signed in.")
                        .response());
    }
}
