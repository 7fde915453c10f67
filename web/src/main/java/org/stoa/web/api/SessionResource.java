package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.cart.Cart;
import org.stoa.member.ClientAddress;
import org.stoa.member.SignIn;
import org.stoa.web.cart.GuestCart;
import org.stoa.web.security.MemberSession;

/** The session of whoever asks: signing in makes it a member's, signing out ends that. */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class SessionResource {
    @Inject
    private SignIn signIn;

    @Inject
    private MemberSession sessions;

    @Inject
    private GuestCart cart;

    /**
     * Who wants to sign in.
     *
     * @param remember whether this device stays signed in; not if left out
     */
    public record Credentials(
            @Schema(examples = "ada@stoa.example") String email,
            @Schema(examples = "a long walk under columns") String password,
            @Schema(examples = "false") Boolean remember) {
        /** Without the password: it belongs in no log. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Signs in; 401 without telling whether there is such an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Signs in", description = "The cookies of the answer are the session.")
    @APIResponse(responseCode = "204", description = "Signed in")
    @APIResponse(responseCode = "401", description = "There is no such account, or this is not its password")
    @APIResponse(responseCode = "429", description = "Too many sign-ins have failed")
    public Response begin(
            Credentials credentials, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        InvalidBody.required(credentials, "");
        InvalidBody.required(credentials.email(), "/email");
        InvalidBody.required(credentials.password(), "/password");
        var from = ClientAddress.of(request.getRemoteAddr());
        var member = signIn.check(credentials.email(), credentials.password(), from);
        if (member.isEmpty()) {
            return Problem.of(
                            Response.Status.UNAUTHORIZED.getStatusCode(),
                            "There is no account with this address and password.")
                    .response();
        }
        sessions.begin(member.get(), Boolean.TRUE.equals(credentials.remember()), request, response);
        return done();
    }

    /** Signs out; does nothing where nobody is signed in. */
    @DELETE
    @Operation(summary = "Signs out", description = "The cart goes too.")
    @APIResponse(responseCode = "204", description = "Nobody is signed in now")
    public Response end(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        sessions.end(request, response);
        cart.update(before -> Cart.EMPTY);
        return done();
    }

    private static Response done() {
        return Response.noContent().header("Cache-Control", "private, no-store").build();
    }
}
