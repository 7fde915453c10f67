package org.stoa.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes and reads the products of one clone, several at once, by plain sockets: a client that leaves the machine to the servers. For
 * reads with a stamp that would otherwise wait for the client.
 */
final class RawClone implements AutoCloseable {
    private final int port;
    private final String token;
    private final ExecutorService threads;
    private final Deque<RawConnection> idle = new ConcurrentLinkedDeque<>();

    /**
     * @param number of the clone, from 1
     * @param most so many requests are under way at once; more wait
     */
    RawClone(BenchmarkShop shop, int number, int most) {
        this.port = shop.httpPort(number);
        this.token = shop.running().staffToken();
        this.threads = Executors.newFixedThreadPool(most);
    }

    /**
     * Sets a product's stock.
     *
     * @param version that it has now
     */
    CompletableFuture<CloneClient.Answer> write(long product, long version, int stock) {
        var headers = """
                Authorization: Bearer %s\r
                If-Match: W/"%d"\r
                Content-Type: application/merge-patch+json\r
                """.formatted(token, version);
        return asked(RawConnection.request("PATCH", path(product), headers, "{\"stock\": " + stock + "}"));
    }

    /** Reads a product as somebody who carries a stamp. */
    CompletableFuture<CloneClient.Answer> read(long product, String stamp) {
        return asked(RawConnection.get(path(product), "Stoa-Stamp: " + stamp + "\r\n"));
    }

    private static String path(long product) {
        return "/api/v1/products/" + product;
    }

    private CompletableFuture<CloneClient.Answer> asked(byte[] request) {
        return CompletableFuture.supplyAsync(() -> CloneClient.Answer.of(answer(request)), threads);
    }

    private RawAnswer answer(byte[] request) {
        try {
            var kept = idle.poll();
            var connection = kept == null ? RawConnection.to(port) : kept;
            var answer = connection.ask(request);
            // One that failed is given up.
            idle.push(connection);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (var connection : idle) {
            connection.close();
        }
    }
}
