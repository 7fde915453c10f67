package org.stoa.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A connection that is kept open, by plain sockets: a client that costs so little that the server is measured and not the client.
 * Speaks just enough HTTP/1.1 for answers that have a body. For one thread at a time.
 */
final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final Socket socket;
    private byte[] buffer = new byte[BUFFER];

    /** What was read and not used yet lies between these. */
    private int begin;

    private int end;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** Connects to a port of this machine. */
    static RawConnection to(int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
        return new RawConnection(socket);
    }

    /** A request as a browser sends it, for a compressed answer. */
    static byte[] get(String path) {
        return get(path, "Accept-Encoding: gzip\r\n");
    }

    /**
     * A request.
     *
     * @param headers each with its end of line
     */
    static byte[] get(String path, String headers) {
        return request("GET", path, headers, "");
    }

    /**
     * A request with a body.
     *
     * @param headers each with its end of line
     * @param body ASCII; may be empty
     */
    static byte[] request(String method, String path, String headers, String body) {
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a request and returns when the whole answer has come. */
    RawAnswer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        var answer = new RawAnswer(status, head, new byte[0]);
        var length = answer.header("Content-Length");
        return new RawAnswer(status, head, length.isPresent() ? take(Integer.parseInt(length.get())) : chunks());
    }

    private String head() throws IOException {
        int looked = begin;
        while (true) {
            for (int at = looked; at + END_OF_HEAD.length <= end; at++) {
                if (Arrays.equals(buffer, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                    var head = new String(buffer, begin, at - begin, StandardCharsets.ISO_8859_1);
                    begin = at + END_OF_HEAD.length;
                    return head;
                }
            }
            int known = Math.max(0, end - begin - END_OF_HEAD.length);
            fill();
            looked = begin + known;
        }
    }

    private byte[] take(int length) throws IOException {
        while (end - begin < length) {
            fill();
        }
        var taken = Arrays.copyOfRange(buffer, begin, begin + length);
        begin += length;
        return taken;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(), 16);
        while (length > 0) {
            body.writeBytes(take(length));
            line();
            length = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        int at = begin;
        while (true) {
            if (at == end) {
                int known = at - begin;
                fill();
                at = begin + known;
            }
            if (buffer[at++] == '\n') {
                var line = new String(buffer, begin, at - begin, StandardCharsets.ISO_8859_1).strip();
                begin = at;
                return line;
            }
        }
    }

    /** Reads more; what is there moves to the beginning. */
    private void fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = socket.getInputStream().read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The server has closed the connection");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
