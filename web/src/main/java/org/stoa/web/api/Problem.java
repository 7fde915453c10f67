package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a request was not done (RFC 9457, Problem Details for HTTP APIs).
 *
 * @param type what sort of problem: a URI; {@code about:blank} where the status says it all
 * @param title the status in words
 * @param status the HTTP status, 400 to 599
 * @param detail what is wrong with this very request
 * @param instance the path of the request, percent-encoded; null until it is known
 * @param errors the parts of the body that are wrong, or null
 */
@Schema(description = "Why a request was not done (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Schema(examples = "/api/v1/products/42") String instance,
        List<FieldError> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** After how many seconds somebody may try again whose request met a part of the shop that is away. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One wrong part of a body.
     *
     * @param pointer where it is (RFC 6901, JSON Pointer)
     * @param detail what is wrong with it
     */
    public record FieldError(String pointer, String detail) {}

    /** A problem with the whole request. */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, null, null);
    }

    /** A problem with parts of the body. */
    public static Problem of(int status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", title(status), status, detail, null, errors);
    }

    /** The same problem, with the path of the request that met it, percent-encoded as it came. */
    Problem at(String path) {
        // Two slashes at the start of a relative reference would begin a host (RFC 3986, 4.2).
        return new Problem(type, title, status, detail, path.replaceFirst("^/{2,}", "/"), errors);
    }

    /** A name as a step of a JSON pointer (RFC 6901). */
    static String pointerStep(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Answers a request to that path, percent-encoded, with a problem where no resource has been reached. */
    public static void send(HttpServletResponse response, int status, String detail, String path) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        MAPPER.writeValue(response.getOutputStream(), of(status, detail).at(path));
    }

    /** The answer of a resource; who is not known is told how to say who he is, who came too early when to come again. */
    public Response response() {
        var response = Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(this);
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    private static String title(int status) {
        return switch (status) {
            case 422 -> "Unprocessable Content";
            default -> {
                var known = Response.Status.fromStatusCode(status);
                yield known == null ? "Problem" : known.getReasonPhrase();
            }
        };
    }
}
