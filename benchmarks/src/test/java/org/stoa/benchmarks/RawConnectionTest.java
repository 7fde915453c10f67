package org.stoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawConnectionTest {
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void answers_are_read_by_their_length_one_after_the_other() throws IOException {
        try (var asked = answered(
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none",
                "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")) {
            assertThat(asked.ask(RawConnection.get("/")).body()).asString().isEqualTo("one");
            assertThat(asked.ask(RawConnection.get("/")).status()).isEqualTo(404);
        }
    }

    @Test
    void chunks_are_put_together() throws IOException {
        try (var asked = answered(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n4\r\n, tw\r\n1\r\no\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext")) {
            assertThat(asked.ask(RawConnection.get("/")).body()).asString().isEqualTo("one, two");
            assertThat(asked.ask(RawConnection.get("/")).body()).asString().isEqualTo("next");
        }
    }

    @Test
    void an_answer_may_be_larger_than_the_buffer() throws IOException {
        var large = "x".repeat(300_000);
        try (var asked = answered("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + large)) {
            assertThat(asked.ask(RawConnection.get("/")).body()).asString().isEqualTo(large);
        }
    }

    /** Connected to a server that gives these answers, each to one request. */
    private RawConnection answered(String... answers) throws IOException {
        var thread = Executors.newSingleThreadExecutor();
        thread.submit(() -> {
            try (var visitor = server.accept()) {
                for (var answer : answers) {
                    awaitRequest(visitor.getInputStream());
                    visitor.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return null;
        });
        thread.shutdown();
        return RawConnection.to(server.getLocalPort());
    }

    private static void awaitRequest(InputStream input) throws IOException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("The visitor has gone");
            }
            request.append((char) next);
        }
    }
}
