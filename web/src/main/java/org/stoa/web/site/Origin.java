package org.stoa.web.site;

import jakarta.servlet.ServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An origin as RFC 6454 defines it.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port 1 to 65535, never left to the scheme's default
 */
record Origin(String scheme, String host, int port) {

    Origin {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
    }

    /** Where a request was addressed to; behind a proxy, where the browser addressed it to. */
    static Origin of(ServletRequest request) {
        return new Origin(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** What the header {@code Origin} says; none for {@code null} and for what is not an origin. */
    static Optional<Origin> parse(String text) {
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null || !isBare(uri)) {
                return Optional.empty();
            }
            int port = uri.getPort() == -1 ? defaultPort(uri.getScheme()) : uri.getPort();
            return Optional.of(new Origin(uri.getScheme(), uri.getHost(), port));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The form that addresses start with: without the port where it is the scheme's default. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    private static boolean isBare(URI uri) {
        return uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }

    private static int defaultPort(String scheme) {
        return scheme.equalsIgnoreCase("https") ? 443 : 80;
    }
}
