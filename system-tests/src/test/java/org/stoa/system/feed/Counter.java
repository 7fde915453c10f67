package org.stoa.system.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.stoa.system.faults.Work;

/** Reads a number anywhere and writes it one greater, as several do at the same time: no two may count to the same. */
final class Counter implements Work {
    private final Stage stage;
    private final Client client;
    private final Register register;
    private Stamp last;

    Counter(Stage stage, Register register) {
        this.stage = stage;
        this.client = new Client(stage, Duration.ofSeconds(8));
        this.register = register;
    }

    @Override
    public void once() {
        var stamp = ThreadLocalRandom.current().nextBoolean() ? last : null;
        client.read(stage.anyPlace(), register, View.PRODUCT, stamp).ifPresent(this::count);
    }

    private void count(Client.Seen seen) {
        int next = Math.max(seen.value() + 1, Register.first(stage.history().era()));
        var written = client.write(stage.anyPlace(), register, next, seen.version());
        if (written.stamp() != null) {
            last = written.stamp();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
