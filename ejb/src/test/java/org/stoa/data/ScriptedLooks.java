package org.stoa.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A primary whose changes, positions and generation are set by hand; ticks go on by themselves. */
class ScriptedLooks extends Looks {
    final List<Optional<String>> asked = new ArrayList<>();
    final LongSupplier clock;
    Optional<UUID> generation = Optional.of(UUID.randomUUID());
    long tick;
    long position = 1000;
    long xid = 100;
    long changedBy = 100;
    long horizon = 1;
    List<String> changes = List.of();
    boolean fails;
    int renewals;

    ScriptedLooks(LongSupplier clock) {
        super(null, clock);
        this.clock = clock;
    }

    @Override
    synchronized Look look(Optional<String> previous) throws SQLException {
        asked.add(previous);
        if (fails) {
            throw new SQLException("away", "08006");
        }
        long sentAt = clock.getAsLong();
        long before = ++tick;
        var found = previous.isPresent() ? changes : List.<String>of();
        changes = List.of();
        return new Look(
                generation,
                before,
                ++tick,
                position++,
                xid + ":" + xid + ":",
                horizon,
                found.stream().map(tag -> new Change(changedBy, tag)).toList(),
                sentAt);
    }

    @Override
    void renew(boolean evenIfAlive) {
        renewals++;
        generation = Optional.of(UUID.randomUUID());
    }
}
