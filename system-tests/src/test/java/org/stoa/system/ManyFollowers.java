package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many who follow one job at one clone, each by a connection of his own. */
final class ManyFollowers implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final Selector selector = Selector.open();
    private final List<SocketChannel> connections = new ArrayList<>();

    ManyFollowers(Shop shop, URI clone, String job, int count) throws IOException {
        var request = "GET /api/v1/jobs/%s/events HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(job, clone.getAuthority(), shop.cluster().staffToken())
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            var connection = SocketChannel.open(new InetSocketAddress(clone.getHost(), clone.getPort()));
            connections.add(connection);
            connection.write(ByteBuffer.wrap(request));
            connection.configureBlocking(false);
            connection.register(selector, SelectionKey.OP_READ, new StringBuilder());
        }
    }

    /** Waits until each of them was told that. */
    void awaitAll(String text) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        var buffer = ByteBuffer.allocate(16_384);
        long left = count(text);
        while (left > 0) {
            assertThat(System.nanoTime()).as("%d were not told: %s", left, text).isLessThan(end);
            selector.select(1_000);
            for (var ready : selector.selectedKeys()) {
                read(ready, buffer);
            }
            selector.selectedKeys().clear();
            left = count(text);
        }
    }

    /** How many were not told that. */
    private long count(String text) {
        return selector.keys().stream()
                .filter(key -> ((StringBuilder) key.attachment()).indexOf(text) < 0)
                .count();
    }

    private static void read(SelectionKey ready, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read = ((SocketChannel) ready.channel()).read(buffer);
        if (read < 0) {
            ready.interestOps(0);
        } else {
            ((StringBuilder) ready.attachment()).append(StandardCharsets.UTF_8.decode(buffer.flip()));
        }
    }

    /** Waits until the clone has ended all answers as it should, not by breaking them off. */
    void awaitEnds() throws IOException {
        awaitAll(LAST_CHUNK);
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
