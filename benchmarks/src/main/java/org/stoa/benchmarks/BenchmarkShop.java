package org.stoa.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.Installation;
import org.stoa.cluster.process.Poll;

/** A shop of its own, with two clones and a replica, for as long as it is measured. */
final class BenchmarkShop implements AutoCloseable {
    /** So that all ports, those of the databases too, are below those that Linux gives to clients, and away from those of the tests. */
    private static final int PORT = 24_580;

    /** All columns of products that are written, but for the id. */
    static final String PRODUCT_COLUMNS =
            "slug, sku, title, sort_title, description, price, stock, status, category_id, attributes, created_at,"
                    + " version";

    /** A replica must be able to hold what the primary holds: it comes first. */
    private static final List<String> DATABASES = List.of("replica-1", "primary");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SOME_PRODUCTS = 200;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(10);
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");

    private final Cluster cluster;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BenchmarkShop(Cluster cluster) {
        this.cluster = cluster;
    }

    static BenchmarkShop open() {
        return open(installation());
    }

    /** With servers that are started from that. */
    static BenchmarkShop open(Installation installation) {
        var cluster = new Cluster(installation, directory());
        cluster.down();
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        cluster.up(new ClusterOptions(2, 1, PORT, true, false), System.out::println);
        return new BenchmarkShop(cluster);
    }

    /** The cluster of benchmarks, running or not. */
    static Cluster cluster() {
        return new Cluster(installation(), directory());
    }

    /** What its servers are started from. */
    static Installation installation() {
        return Installation.of(root());
    }

    /** Where its cluster keeps what it has. */
    static Path directory() {
        return root().resolve("benchmarks/target/cluster");
    }

    private static Path root() {
        return Path.of(System.getProperty("stoa.root"));
    }

    /** Itself, to be disturbed. */
    Cluster running() {
        return cluster;
    }

    /** Speaks to a clone, from 1. */
    CloneClient clone(int number) {
        return CloneClient.of(cluster, http, number);
    }

    /** The HTTP port of a clone, from 1. */
    int httpPort(int clone) {
        return cluster.ports().http(clone);
    }

    /** Where the shop is through its own balancer. */
    int balancerPort() {
        return cluster.ports().balancer();
    }

    /** A connection to the {@code primary} or to {@code replica-1}. */
    Connection connect(String server) {
        return cluster.connect(server);
    }

    /** Gives all databases a setting; they are restarted for that. */
    void configureDatabases(String setting, String value) throws SQLException {
        for (var server : DATABASES) {
            try (var database = connect(server);
                    var statement = database.createStatement()) {
                statement.execute("alter system set " + setting + " = '" + value + "'");
            }
            cluster.stop(server);
            cluster.start(server);
        }
    }

    /** Two words each of some titles, as somebody would type them who looks for a book. */
    List<String> wordsOfTitles() throws SQLException {
        var found = new ArrayList<String>();
        try (var primary = connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery(
                        "select array_to_string((regexp_split_to_array(title, '\\s+'))[1:2], ' ')"
                                + " from product where id % 97 = 0 order by id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The ids of some products. */
    List<Long> products() throws SQLException {
        try (var primary = connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery(
                        "select id from product where status = 'ACTIVE' order by id limit " + SOME_PRODUCTS)) {
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }

    /** The versions of all products, as the primary has them now. */
    Map<Long, Long> versions() throws SQLException {
        try (var primary = connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery("select id, version from product")) {
            var found = new HashMap<Long, Long>();
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getLong(2));
            }
            return found;
        }
    }

    /** The body of an answer with 200. */
    String get(String path) {
        var answer = send(HttpRequest.newBuilder().GET(), path);
        expect(200, answer);
        return answer.body();
    }

    /** Imports books and returns when they are there. */
    void importBooks(byte[] csv) {
        var accepted = send(
                HttpRequest.newBuilder().header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(csv)),
                "/api/v1/imports?mapping=books");
        expect(202, accepted);
        awaitDone(URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath());
    }

    private void awaitDone(String job) {
        long end = System.nanoTime() + IMPORT_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            var answer = get(job);
            var state = STATE.matcher(answer);
            if (!state.find()) {
                throw new IllegalStateException(answer);
            }
            switch (state.group(1)) {
                case "done" -> {
                    return;
                }
                case "ready", "waiting", "running" -> Poll.sleep(PAUSE);
                default -> throw new IllegalStateException(answer);
            }
        }
        throw new IllegalStateException(job + " takes more than " + IMPORT_LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        try {
            return http.send(
                    request.uri(URI.create(cluster.url() + path))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + cluster.staffToken())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
