package org.stoa.data;

import java.io.Serializable;
import java.util.UUID;

/**
 * When something was read: it contains all that a look's snapshot saw, and perhaps more.
 *
 * @param generation of the tick
 * @param tick the first tick of that look
 * @param snapshot of that look
 */
public record AsOf(UUID generation, long tick, Snapshot snapshot) implements Serializable {
    /** Whether it is known to contain what a stamp stands for. */
    public boolean contains(Stamp stamp) {
        return stamp.generation().equals(generation) && tick >= stamp.tick();
    }

    /** Whether it contains what a stamp stands for; a stamp of another generation stands for nothing. */
    boolean covers(Stamp stamp) {
        return !stamp.generation().equals(generation) || tick >= stamp.tick();
    }
}
