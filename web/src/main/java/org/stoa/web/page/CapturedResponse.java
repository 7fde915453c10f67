package org.stoa.web.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer that is not sent while it is made. Whatever only one visitor may have, a cookie above all, is refused: it would go to
 * everybody.
 */
final class CapturedResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = SC_OK;
    private boolean isError;
    private PrintWriter writer;
    private Body stream;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The body of what was answered. */
    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    /** Its headers by their names. */
    Map<String, String> headers() {
        return new LinkedHashMap<>(headers);
    }

    /** Whether the application wants the page of an error to be sent instead. */
    boolean isError() {
        return isError;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code) {
        status = code;
        isError = true;
    }

    @Override
    public void sendError(int code, String message) {
        sendError(code);
    }

    @Override
    public void sendRedirect(String location) {
        throw refused("a redirect");
    }

    @Override
    public void addCookie(Cookie cookie) {
        throw refused("a cookie");
    }

    private static IllegalStateException refused(String what) {
        return new IllegalStateException("A page that is the same for everybody may not answer " + what);
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Set-Cookie")) {
            throw refused("a cookie");
        }
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        var before = headers.get(name);
        // Said twice, it is meant once.
        setHeader(name, before == null || before.equals(value) ? value : before + ", " + value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        throw refused("a time");
    }

    @Override
    public void addDateHeader(String name, long date) {
        throw refused("a time");
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return headers.containsKey(name) ? List.of(headers.get(name)) : List.of();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return Set.copyOf(headers.keySet());
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        var type = getContentType();
        if (type != null && !type.contains("charset")) {
            setContentType(type + ";charset=" + encoding);
        }
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setContentLength(int length) {
        // Known in the end.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known in the end.
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Body(body);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent yet.
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        resetBuffer();
        headers.clear();
        status = SC_OK;
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void setBufferSize(int size) {
        // It grows as it must.
    }

    /** Into memory. */
    private static final class Body extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Body(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Nothing here waits");
        }

        @Override
        public void close() throws IOException {
            bytes.flush();
        }
    }
}
