package org.stoa.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.stoa.cluster.Cluster;

/**
 * Speaks to one clone, without the balancer, so that it is known who answers.
 *
 * @param token of the staff
 */
record CloneClient(HttpClient http, URI shop, URI management, String token) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern ETAG = Pattern.compile("W/\"(\\d+)(-\\w+)?\"");

    /**
     * A product as it was answered.
     *
     * @param stamp of the write, or null
     */
    record Answer(long version, String stamp) {
        static Answer of(RawAnswer answer) {
            return of(answer.status(), answer.header("ETag"), answer.header("Stoa-Stamp"), answer.head());
        }

        private static Answer of(HttpResponse<String> response) {
            return of(
                    response.statusCode(),
                    response.headers().firstValue("ETag"),
                    response.headers().firstValue("Stoa-Stamp"),
                    response + ": " + response.body());
        }

        private static Answer of(int status, Optional<String> tag, Optional<String> stamp, String whole) {
            var etag = ETAG.matcher(tag.orElse(""));
            if (status != 200 || !etag.matches()) {
                throw new IllegalStateException(whole);
            }
            return new Answer(Long.parseLong(etag.group(1)), stamp.orElse(null));
        }
    }

    /**
     * How many reads the servers served.
     *
     * @param replica on replicas
     * @param primary on the primary
     */
    record Reads(double replica, double primary) {}

    /** @param number of the clone, from 1 */
    static CloneClient of(Cluster cluster, HttpClient http, int number) {
        return new CloneClient(
                http,
                local(cluster.ports().http(number)),
                local(cluster.ports().management(number)),
                cluster.staffToken());
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Sets a product's stock.
     *
     * @param version that it has now
     */
    CompletableFuture<Answer> write(long product, long version, int stock) {
        return product(
                product,
                HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("If-Match", "W/\"" + version + "\"")
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("{\"stock\": " + stock + "}")));
    }

    /** Reads a product as somebody who has seen nothing. */
    CompletableFuture<Answer> read(long product) {
        return product(product, HttpRequest.newBuilder());
    }

    private CompletableFuture<Answer> product(long product, HttpRequest.Builder request) {
        return http.sendAsync(
                        request.uri(shop.resolve("/api/v1/products/" + product))
                                .timeout(TIMEOUT)
                                .build(),
                        BodyHandlers.ofString())
                .thenApply(Answer::of);
    }

    /** What the clone has counted since it was started. */
    Reads reads() {
        var metrics = metrics();
        return new Reads(
                metrics.sum("stoa_reads_total", "server=\"replica\""),
                metrics.sum("stoa_reads_total", "server=\"primary\""));
    }

    /** All that the clone counts. */
    Metrics metrics() {
        return new Metrics(http.sendAsync(
                        HttpRequest.newBuilder(management.resolve("/metrics"))
                                .timeout(TIMEOUT)
                                .build(),
                        BodyHandlers.ofString())
                .join()
                .body());
    }
}
