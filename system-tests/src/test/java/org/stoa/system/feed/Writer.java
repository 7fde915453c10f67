package org.stoa.system.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.stoa.system.faults.Work;

/** Writes registers that nobody else writes, and looks at once, elsewhere, whether it can be seen. */
final class Writer implements Work {
    /** How often he looks after each write. */
    private static final int LOOKS = 3;

    private final Stage stage;
    private final Client client;
    private final List<Register> registers;
    private final int[] values;
    private final long[] versions;
    private final AtomicReference<Stamp> published;
    private int turn;

    /**
     * @param registers his own, all set to {@link Register#FIRST}
     * @param published where others find the stamp of his last write
     */
    Writer(Stage stage, List<Register> registers, AtomicReference<Stamp> published) {
        this.stage = stage;
        this.client = new Client(stage, Duration.ofSeconds(8));
        this.registers = registers;
        this.values = registers.stream().mapToInt(register -> Register.FIRST).toArray();
        this.versions = registers.stream().mapToLong(register -> -1).toArray();
        this.published = published;
    }

    @Override
    public void once() {
        turn = (turn + 1) % registers.size();
        var register = registers.get(turn);
        if (versions[turn] < 0) {
            // Without a stamp it may be an old one: then the write is refused, and it is asked again.
            versions[turn] = client.read(stage.anyPlace(), register, View.PRODUCT, null)
                    .map(Client.Seen::version)
                    .orElse(-1L);
        }
        if (versions[turn] >= 0) {
            write(register);
        }
    }

    private void write(Register register) {
        // A value that may have been written is never written again.
        values[turn] = Math.max(values[turn] + 1, Register.first(stage.history().era()));
        var written = client.write(stage.anyPlace(), register, values[turn], versions[turn]);
        versions[turn] = written.version();
        if (written.stamp() != null) {
            published.set(written.stamp());
            for (int n = 0; n < LOOKS; n++) {
                client.read(stage.anyPlace(), register, view(), written.stamp());
            }
        }
    }

    /** Mostly what is cheap. */
    static View view() {
        int n = ThreadLocalRandom.current().nextInt(20);
        return n == 0 ? View.PAGE : n == 1 ? View.LIST : View.PRODUCT;
    }

    @Override
    public void close() {
        client.close();
    }
}
