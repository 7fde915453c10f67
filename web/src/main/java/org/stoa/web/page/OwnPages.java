package org.stoa.web.page;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks this clone for its pages, as somebody who knows nothing. */
final class OwnPages implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    /** What is asked so counts not as asked for. */
    static final String IN_ADVANCE = "Stoa-In-Advance";

    private static final Logger LOG = Logger.getLogger(OwnPages.class.getName());

    private final Client client = ClientBuilder.newBuilder()
            .connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .build();

    /**
     * Asks for a page. If it can be kept, it is in the cache then.
     *
     * @param here where this clone takes requests
     * @param key of the page, a {@link PublicAddress#key}; one that is no address is left out
     * @throws ProcessingException this clone does not answer
     */
    void ask(InetSocketAddress here, String key) {
        try {
            var origin = URI.create(PublicAddress.originOf(key));
            var clone = new URI("http", null, here.getAddress().getHostAddress(), here.getPort(), null, null, null);
            client.target(URI.create(clone + PublicAddress.targetOf(key)))
                    .request("*/*")
                    .header(IN_ADVANCE, "true")
                    .header("Host", host(origin))
                    .header("X-Forwarded-Proto", origin.getScheme())
                    .get()
                    .close();
        } catch (IllegalArgumentException | URISyntaxException e) {
            // Keys are made of what strangers send.
            LOG.log(Level.FINE, e, () -> "Not made in advance: " + key);
        }
    }

    /** As a browser names it: without the port that goes without saying. */
    private static String host(URI origin) {
        if (origin.getHost() == null) {
            throw new IllegalArgumentException("No host: " + origin);
        }
        boolean usual = origin.getPort() == ("https".equals(origin.getScheme()) ? 443 : 80);
        return usual ? origin.getHost() : origin.getAuthority();
    }

    @Override
    public void close() {
        client.close();
    }
}
