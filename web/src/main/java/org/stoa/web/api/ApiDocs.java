package org.stoa.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.stoa.web.site.Assets;

/** The API to read and to try out: Swagger UI on {@code /openapi}. */
@WebServlet(ApiDocs.PATH)
public class ApiDocs extends HttpServlet {
    /** Where it is. */
    public static final String PATH = "/api/docs";

    private static final long serialVersionUID = 1L;

    /** Swagger UI writes style attributes; scripts come from here only, like everywhere. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>The API of Stoa</title>
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/webjars/swagger-ui/%1$s/swagger-ui.css">
            </head>
            <body>
              <noscript><p>This page needs JavaScript; the same can be read at <a href="/openapi">/openapi</a>.</p></noscript>
              <main id="api"></main>
              <script src="/webjars/swagger-ui/%1$s/swagger-ui-bundle.js"></script>
              <script src="%2$s"></script>
            </body>
            </html>
            """;

    @Inject
    private transient Assets assets;

    private String page;

    @Override
    public void init() {
        page = PAGE.formatted(swaggerUiVersion(), assets.url("api-docs.js"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(page);
    }

    /** The version is part of the addresses in a WebJar, and known to the WebJar itself. */
    private static String swaggerUiVersion() {
        var properties = new Properties();
        try (var in = ApiDocs.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Swagger UI is not there", e);
        }
        return properties.getProperty("version");
    }
}
