package org.stoa.job;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.stoa.Refusal;

/** Names a batch of jobs. */
public record BatchId(UUID value) implements Serializable {
    public BatchId {
        Objects.requireNonNull(value);
    }

    /**
     * Reads one out of an address.
     *
     * @throws Refusal not found: no batch can have this id
     */
    public static BatchId fromString(String text) {
        try {
            return new BatchId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no such batch.", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
