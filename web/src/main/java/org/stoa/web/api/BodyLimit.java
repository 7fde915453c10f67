package org.stoa.web.api;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.stoa.web.site.LongBody;

/** Refuses bodies that are larger than any JSON that the API takes, before they are read where their length is known. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    /** In bytes. */
    static final int MOST = 65_536;

    @Override
    public void filter(ContainerRequestContext request) {
        // Files are no JSON, and never in memory as a whole.
        if (LongBody.isAllowed(
                request.getMethod(), request.getUriInfo().getRequestUri().getRawPath())) {
            return;
        }
        if (request.getLength() > MOST) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    /** Ends with a refusal where more comes than is allowed. */
    private static final class Limited extends FilterInputStream {
        private int left = MOST;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
