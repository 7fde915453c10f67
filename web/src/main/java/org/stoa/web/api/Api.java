package org.stoa.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The REST API. */
@ApplicationPath(Api.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Stoa",
                        version = "v1",
                        description =
                                "The shop for programs. Lists are keyset pages; errors are problem+json (RFC 9457);"
                                        + " what has a version has an ETag, and is changed with If-Match."),
        servers = @Server(url = "/", description = "This shop"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@SecurityScheme(
        securitySchemeName = "staff",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token of the staff.")
public class Api extends Application {
    /** Where it lives. */
    public static final String PATH = "/api/v1";
}
