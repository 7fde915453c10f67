package org.stoa.system.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.system.faults.Processes;

/** Writes and reads one register step by step, as it is told. */
final class Script implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Stage stage;
    private final Register register;
    private final Client client;
    private int value = Register.FIRST;

    Script(Stage stage, Register register) {
        this.stage = stage;
        this.register = register;
        this.client = new Client(stage, Duration.ofSeconds(10));
    }

    /** What it writes. */
    Register register() {
        return register;
    }

    /** Writes the next value at a clone; tries until it is acknowledged. */
    Client.Written write(Place place) {
        var written = new Client.Written[1];
        Processes.await("a write at " + place.name(), LIMIT, () -> {
            // Of an old version it is refused, and read again.
            written[0] = client.read(place, register, View.PRODUCT, null)
                    .map(seen -> client.write(place, register, ++value, seen.version()))
                    .orElseThrow();
            return written[0].acknowledged();
        });
        return written[0];
    }

    /** Writes the next value after one that was acknowledged, without reading before. */
    Client.Written writeAfter(Place place, Client.Written before) {
        return client.write(place, register, ++value, before.version());
    }

    /** Writes what comes after what somebody has seen; it may be refused. */
    void count(Place place, Client.Seen seen) {
        client.write(place, register, seen.value() + 1, seen.version());
    }

    /** What is seen at a clone, if it answers. */
    Optional<Client.Seen> read(Place place, Stamp stamp) {
        return client.read(place, register, View.PRODUCT, stamp);
    }

    /** Reads again and again for some time. */
    void read(Place place, Stamp stamp, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            read(place, stamp);
            Processes.pause(Duration.ofMillis(5));
        }
    }

    /** So many who each read once, all at the same time. */
    List<Thread> readers(Place place, int count) {
        var readers = new ArrayList<Thread>();
        for (int n = 0; n < count; n++) {
            var reader = new Thread(() -> {
                try (var client = new Client(stage, LIMIT)) {
                    client.read(place, register, View.PRODUCT, null);
                }
            });
            reader.start();
            readers.add(reader);
        }
        return readers;
    }

    @Override
    public void close() {
        client.close();
    }
}
