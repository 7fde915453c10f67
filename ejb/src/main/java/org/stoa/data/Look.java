package org.stoa.data;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one round trip to the primary found: which changes became visible since the look before.
 *
 * @param generation of ticks, positions and changes; none where a crash, promotion or restore took the row away
 * @param before the tick drawn before the snapshot
 * @param after the tick drawn after the snapshot
 * @param position how far the primary's log had been written after the snapshot, in bytes: a replica that has replayed so far
 *     has all that the snapshot saw
 * @param snapshot PostgreSQL's own text of it
 * @param horizon changes of older transactions may have been cleaned away
 * @param changes what changed, each once; empty if no look before was named
 * @param sentAt the clone's {@link System#nanoTime} before it was sent
 */
record Look(
        Optional<UUID> generation,
        long before,
        long after,
        long position,
        String snapshot,
        long horizon,
        List<Change> changes,
        long sentAt) {

    /** When what its snapshot saw was read. */
    AsOf asOf() {
        return new AsOf(generation.orElseThrow(), before, Snapshot.parse(snapshot));
    }

    /** The oldest transaction that its snapshot did not see as ended. */
    long oldestUnseen() {
        return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
    }
}
