package org.stoa.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What every answer of the API says. */
@Provider
public class CommonHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // The server compresses for those who take it.
        response.getHeaders().add("Vary", "Accept-Encoding");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
