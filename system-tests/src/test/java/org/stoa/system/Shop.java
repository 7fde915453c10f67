package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterStatus.CloneStatus;

/** The shop under test: how to visit it, and how to break it. */
final class Shop {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Cluster cluster;

    /** Asked once: they stay the same, and the question is put to every member. */
    private final Map<String, URI> urls = new ConcurrentHashMap<>();

    Shop(Cluster cluster) {
        this.cluster = cluster;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Where visitors find it: the balancer. */
    URI url() {
        return URI.create("http://127.0.0.1:" + RunningShop.PORT);
    }

    /** Where a clone itself listens. */
    URI url(String node) {
        return urls.computeIfAbsent(node, name -> clone(name).url());
    }

    /** Where a clone is managed. */
    URI management(String node) {
        return clone(node).management();
    }

    private CloneStatus clone(String node) {
        return cluster.status().clones().stream()
                .filter(clone -> clone.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody who has never been here. */
    Visitor visitor() {
        return new Visitor(url());
    }

    /** A program of the staff. */
    Visitor staff() {
        return new Visitor(url()).with("Authorization", "Bearer " + cluster.staffToken());
    }

    Path directory(String node) {
        return cluster.directory(node);
    }

    /** Waits until the balancer sends visitors to a clone, which it does some moments after the clone is ready or rested. */
    void awaitServed(String node) {
        await(
                "visitors are sent to " + node,
                () -> visitor().get("/products/moby-dick").node().equals(node));
    }

    /** So that the balancer has another one left when one of them ends. */
    void awaitAllServed() {
        cluster.status().clones().forEach(clone -> awaitServed(clone.name()));
    }

    /** Changes the database of the primary, past the shop. */
    void sql(String statement) {
        try (var connection = cluster.connect("primary");
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** Whole numbers from the database of the primary, past the shop. */
    List<Long> longs(String query) {
        try (var connection = cluster.connect("primary");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** Does something so many times, by up to 20 threads at once; fails where one of them fails. */
    static void atOnce(int times, IntConsumer work) {
        var threads = Executors.newFixedThreadPool(20);
        try {
            var done = IntStream.range(0, times)
                    .mapToObj(n -> threads.submit(() -> work.accept(n)))
                    .toList();
            for (var each : done) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("One of those at once failed", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks until the answer is yes; fails when patience ends. */
    static void await(String what, Callable<Boolean> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!question.call()) {
                assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (Exception e) {
            throw new AssertionError("Waiting until " + what, e);
        }
    }
}
