package org.stoa.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A form of which the shop has got no byte yet, though it is waiting for them; until it is finished. */
final class SlowForm implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket connection = new Socket();
    private final BufferedReader answer;
    private final String body;

    /**
     * Posts it; returns when the shop wants to read the body, and so has done whatever comes before.
     *
     * @param cookie name and value
     * @param body as {@code application/x-www-form-urlencoded}, in ASCII
     */
    SlowForm(URI shop, String path, String cookie, String body) throws IOException {
        connection.connect(new InetSocketAddress(shop.getHost(), shop.getPort()), PATIENCE_MILLIS);
        connection.setSoTimeout(PATIENCE_MILLIS);
        this.answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        this.body = body;
        send("""
                POST %s HTTP/1.1\r
                Host: %s\r
                Cookie: %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                Expect: 100-continue\r
                \r
                """.formatted(path, shop.getAuthority(), cookie, body.length()));
        int status = status();
        if (status != 100) {
            throw new AssertionError("answered before it was read: " + status);
        }
        answer.readLine();
    }

    /** Sends the body; returns the status of the answer. */
    int finish() {
        try {
            send(body);
            return status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private int status() throws IOException {
        return Integer.parseInt(answer.readLine().split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
