package org.stoa.web.api;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The body of an answer that no thread waits for: something is written only when the server has said that it takes it (Jakarta
 * Servlet 6.0, 5.3, non-blocking output). Not safe for use by several threads at once.
 */
final class ReadyOutput {
    private final ServletOutputStream out;
    private boolean ready;
    private boolean unflushed;
    private long taken = System.nanoTime();

    ReadyOutput(ServletOutputStream out) {
        this.out = out;
    }

    /** The server says that it takes something. */
    void ready() throws IOException {
        ready = true;
        taken = System.nanoTime();
        flush();
    }

    /** Whether the server takes something, and has taken all. */
    boolean isReady() {
        return ready;
    }

    /** For how long nothing was written, or taken. */
    Duration rest() {
        return Duration.ofNanos(System.nanoTime() - taken);
    }

    /** Only when it is ready. */
    void write(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            unflushed = true;
            taken = System.nanoTime();
            flush();
        }
    }

    private void flush() throws IOException {
        if (unflushed && out.isReady()) {
            unflushed = false;
            out.flush();
        }
        ready = out.isReady();
    }
}
