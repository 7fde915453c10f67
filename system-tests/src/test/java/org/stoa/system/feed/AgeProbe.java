package org.stoa.system.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.stoa.system.faults.Ages;
import org.stoa.system.faults.Processes;

/**
 * Measures how long after its acknowledgement a write is seen on the other clones by those who carry no stamp. They begin to ask
 * when the write is acknowledged, and ask again at once; the age is from the acknowledgement to when the first that saw it asked.
 */
final class AgeProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final Stage stage;
    private final Register register;
    private final Ages ages = new Ages();

    AgeProbe(Stage stage, Register register) {
        this.stage = stage;
        this.register = register;
    }

    /** Writes so many times at one clone after the other and looks at all others each time. */
    Ages measure(int writes) throws ExecutionException, InterruptedException {
        var threads = Executors.newCachedThreadPool();
        var clients = stage.clones().stream()
                .map(place -> new Client(stage, PATIENCE))
                .toList();
        try (var script = new Script(stage, register)) {
            for (int n = 0; n < writes; n++) {
                int writer = n % clients.size();
                var write = script.write(stage.clones().get(writer)).write();
                for (var seen : threads.invokeAll(readers(clients, writer, write))) {
                    ages.add(seen.get());
                }
                Processes.pause(PAUSE);
            }
        } finally {
            threads.shutdownNow();
            clients.forEach(Client::close);
        }
        return ages;
    }

    private List<Callable<Long>> readers(List<Client> clients, int writer, Write write) {
        var readers = new ArrayList<Callable<Long>>();
        for (int n = 0; n < clients.size(); n++) {
            if (n != writer) {
                var client = clients.get(n);
                var place = stage.clones().get(n);
                readers.add(() -> firstSeen(client, place, write) - write.returned());
            }
        }
        return readers;
    }

    private long firstSeen(Client client, Place place, Write write) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var seen = client.read(place, register, View.PRODUCT, null);
            if (seen.isPresent() && seen.get().value() >= write.value()) {
                return seen.get().called();
            }
        }
        throw new IllegalStateException(place.name() + " never shows " + write);
    }
}
