package org.stoa.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.data.DatabaseFailure;

/** Whatever is thrown leaves the API as a problem; only what is a bug is logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return ofHttp(web);
        }
        var refusal = DatabaseFailure.asRefusal(failure);
        if (refusal.isPresent()) {
            return answer(refusal.get());
        }
        LOG.log(Level.SEVERE, failure, () -> "%s %s: a request to the API failed"
                .formatted(request.getMethod(), request.getRequestURI()));
        return Problem.of(INTERNAL_ERROR, "Something went wrong on our side.").response();
    }

    private static Response answer(Refusal refusal) {
        var response = of(refusal).response();
        return refusal instanceof TooManyRequests often
                ? Response.fromResponse(response)
                        .header("Retry-After", often.retryAfterSeconds())
                        .build()
                : response;
    }

    private static Problem of(Refusal refusal) {
        int status = refusal.kind().status();
        return refusal instanceof InvalidBody invalid
                ? Problem.of(status, refusal.getMessage(), invalid.errors())
                : Problem.of(status, refusal.getMessage());
    }

    /** The problem that a refusal of JAX-RS itself stands for. */
    static Response ofHttp(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < BAD_REQUEST) {
            return failure.getResponse();
        }
        var problem = Response.fromResponse(Problem.of(status, detail(status)).response());
        var allow = failure.getResponse().getHeaderString("Allow");
        return allow == null ? problem.build() : problem.header("Allow", allow).build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 401 -> "This needs somebody who is signed in, or a valid token: Authorization: Bearer ...";
            case 403 -> "This is not allowed to you.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 406 -> "The answer can't be had in any of the accepted media types.";
            case 413 -> "The body is too large.";
            case 415 -> "The body has a media type that is not understood here.";
            default -> "The request was not done.";
        };
    }
}
