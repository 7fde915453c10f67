package org.stoa.system.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.stoa.system.faults.Work;

/** Reads anything, at one place or anywhere, with nothing in hand or with a stamp that he has from somebody else. */
final class Passer implements Work {
    private final Stage stage;
    private final Client client;
    private final Supplier<Place> where;
    private final AtomicReference<Stamp> stamp;

    private Passer(Stage stage, Supplier<Place> where, AtomicReference<Stamp> stamp) {
        this.stage = stage;
        // Short, so that what waits in the socket of a frozen clone is never old.
        this.client = new Client(stage, Duration.ofSeconds(2));
        this.where = where;
        this.stamp = stamp;
    }

    /** Somebody who knows nothing. */
    static Passer anonymous(Stage stage, Place place) {
        return new Passer(stage, () -> place, new AtomicReference<>());
    }

    /** Somebody who was told of somebody else's writes. */
    static Passer told(Stage stage, AtomicReference<Stamp> stamp) {
        return new Passer(stage, stage::anyPlace, stamp);
    }

    @Override
    public void once() {
        List<Register> all = stage.registers();
        var register = all.get(ThreadLocalRandom.current().nextInt(all.size()));
        client.read(where.get(), register, Writer.view(), stamp.get());
    }

    @Override
    public void close() {
        client.close();
    }
}
