package org.stoa.data;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which transactions had ended when it was taken, as PostgreSQL says it (documentation, "pg_snapshot components").
 *
 * @param xmin all before this one had ended
 * @param xmax this one and all later ones had not begun
 * @param running those in between that had not ended
 */
public record Snapshot(long xmin, long xmax, List<Long> running) implements Serializable {
    /** Of PostgreSQL's text: {@code xmin:xmax:running,running}. */
    static Snapshot parse(String text) {
        var parts = text.split(":", -1);
        var running = parts[2].isEmpty()
                ? List.<Long>of()
                : Stream.of(parts[2].split(",")).map(Long::valueOf).toList();
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /** Whether what a transaction did, if it was committed, is in what the snapshot saw. */
    boolean sees(long transaction) {
        return transaction < xmin || transaction < xmax && !running.contains(transaction);
    }
}
