package org.stoa.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.Refusal;

/** The queues. Each has its own workers on every clone, so that a slow one never keeps another waiting. */
public enum JobQueue {
    /** What somebody waits for: seconds at the most. */
    URGENT(2),
    /** What takes long, and everything else. */
    BULK(2),
    /** Pictures and other work that needs much of the processor. */
    MEDIA(1),
    /** What is sent out, and waits for the servers of others. */
    MAIL(1);

    private final int workers;

    JobQueue(int workers) {
        this.workers = workers;
    }

    /** How many workers it has on each clone, 1 or more: as many consumers as its bell has. */
    public int workers() {
        return workers;
    }

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The queue of that name.
     *
     * @throws Refusal not found: there is none
     */
    public static JobQueue fromString(String key) {
        return find(key).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no such queue."));
    }

    /** The queue of that name; empty for one that a newer release has added. */
    static Optional<JobQueue> find(String key) {
        return Stream.of(values()).filter(queue -> queue.key().equals(key)).findFirst();
    }
}
