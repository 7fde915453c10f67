package org.stoa.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody who follows a job as a browser does: when the stream breaks he comes back with the id of the last event, to the next address. */
final class JobFollower implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<URI> shops;
    private final String path;
    private final String[] who;
    private final Thread thread = new Thread(this::follow, "follower");
    private volatile String lastId = "";
    private volatile boolean closed;

    /** An event, and the clone that sent it. */
    record Event(String node, String type, String id, JsonNode data) {}

    /**
     * @param shops where he goes, one after the other
     * @param who the header that says who he is
     */
    JobFollower(String job, List<URI> shops, String... who) {
        this.shops = shops;
        this.path = "/api/v1/jobs/" + job + "/events";
        this.who = who;
        thread.setDaemon(true);
        thread.start();
    }

    /** What has come so far. */
    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> events(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Waits for an event. */
    void await(String what, Predicate<Event> wanted) {
        Shop.await(what, () -> events.stream().anyMatch(wanted));
    }

    private void follow() {
        for (int i = 0; !closed && events("end").isEmpty(); i++) {
            try {
                read(shops.get(i % shops.size()));
            } catch (IOException e) {
                // As when the clone is killed: on to the next.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(URI shop) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(shop + path)).headers(who).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        var response = http.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            TimeUnit.MILLISECONDS.sleep(200);
            return;
        }
        var node = response.headers().firstValue("Stoa-Node").orElse("");
        var event = new String[] {"", ""};
        try (var lines = response.body()) {
            lines.forEach(line -> read(node, line, event));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Type and id of an event come before what it says. */
    private void read(String node, String line, String[] event) {
        if (line.startsWith("event: ")) {
            event[0] = line.substring(7);
        } else if (line.startsWith("id: ")) {
            event[1] = line.substring(4);
        } else if (line.startsWith("data: ")) {
            lastId = event[1];
            try {
                events.add(new Event(node, event[0], event[1], JSON.readTree(line.substring(6))));
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
