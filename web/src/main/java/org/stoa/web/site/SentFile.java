package org.stoa.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.stoa.Sha256;

/**
 * A file as it is sent, with what browsers need to keep it.
 *
 * @param contentType the media type, with the charset of a text
 * @param bytes the content; not to be changed
 * @param sha256 the SHA-256 of the content in hexadecimal, lower case
 */
public record SentFile(String contentType, byte[] bytes, String sha256) {
    /** The {@code Cache-Control} of what never changes at its address: to be kept for a year, and not asked for again. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The file of this content. */
    public static SentFile of(String contentType, byte[] bytes) {
        return new SentFile(contentType, bytes, Sha256.hex(bytes));
    }

    /** Answers GET and HEAD; with 304 and no content if the browser has it. */
    public void send(HttpServletRequest request, HttpServletResponse response, String cacheControl) throws IOException {
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("ETag", etag());
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (IfNoneMatch.names(Collections.list(request.getHeaders("If-None-Match")), etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** Weak, because the server may compress what is sent. */
    String etag() {
        return "W/\"" + sha256 + "\"";
    }
}
