package org.stoa.job;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names a batch of jobs. */
public record BatchId(UUID value) implements Serializable {
    public BatchId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
