package org.stoa.system.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection over which one request after the other is made (HTTP/1.1), opened when it is needed. It costs so little that
 * two cores can run the shop and thousands of requests a second.
 *
 * <p>Whatever goes wrong is an {@link IOException}, and the connection is closed.
 */
final class Line implements AutoCloseable {
    private static final int LONGEST_LINE = 65_536;

    private final InetSocketAddress address;
    private final Duration patience;
    private Socket socket;
    private InputStream in;
    private long deadline;

    /**
     * @param patience how long an answer may take
     */
    Line(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Sends a request and waits for the answer. */
    Answer ask(Request request) throws IOException {
        send(request);
        return answer();
    }

    /** Sends a request, which then waits for its server. */
    void send(Request request) throws IOException {
        deadline = System.nanoTime() + patience.toNanos();
        try {
            if (socket == null) {
                open();
            }
            socket.getOutputStream().write(request.bytes(address));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(address, (int) patience.toMillis());
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** The answer to what was sent. */
    Answer answer() throws IOException {
        try {
            int status = Integer.parseInt(line().substring(9, 12));
            var headers = headers();
            var body = status == 204 || status == 304 ? new byte[0] : body(headers);
            if ("close".equalsIgnoreCase(headers.get("connection"))) {
                close();
            }
            return new Answer(status, headers, body);
        } catch (IOException | RuntimeException e) {
            close();
            throw e instanceof IOException broken ? broken : new IOException("Not HTTP", e);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            // Of several cookies, the stamp is the one that is looked for.
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    value,
                    (one, other) -> one.startsWith(Stamp.COOKIE) ? one : other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        var body = new ByteArrayOutputStream();
        for (int length = chunk(); length > 0; length = chunk()) {
            body.write(exactly(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = new byte[length];
        for (int have = 0; have < length; ) {
            limitWait();
            int more = in.read(bytes, have, length - have);
            if (more < 0) {
                throw new EOFException();
            }
            have += more;
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        limitWait();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** The next wait for the server ends when patience does. */
    private void limitWait() throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("No answer within " + patience);
        }
        socket.setSoTimeout((int) left);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is not used again, whatever became of it.
            }
            socket = null;
        }
    }
}
