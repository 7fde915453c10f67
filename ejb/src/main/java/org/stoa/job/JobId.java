package org.stoa.job;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.stoa.Refusal;

/** Names a job, in addresses too. */
public record JobId(UUID value) implements Serializable {
    public JobId {
        Objects.requireNonNull(value);
    }

    /**
     * Reads one out of an address.
     *
     * @throws Refusal not found: no job can have this id
     */
    public static JobId fromString(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return new JobId(id);
            }
        } catch (IllegalArgumentException e) {
            // Refused like any other that does not exist.
        }
        throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no such job.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
