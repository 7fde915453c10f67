package org.stoa.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A job that is wanted.
 *
 * @param type what is to be done
 * @param payload with what; never null
 * @param queue where it waits
 * @param priority 0 to 9: of those in its queue that are due, a greater one is begun first
 * @param notBefore before this it is not begun; empty: at once
 * @param key names what it does among the jobs of its type, 1 to 200 characters: while such a job is not finished, it is not
 *     submitted again; empty: always
 * @param batch to which it belongs; empty: to none
 * @param submitter the member that wants it; empty for the shop itself and for programs of the staff
 */
public record Submission<P>(
        JobType<P> type,
        P payload,
        JobQueue queue,
        int priority,
        Optional<Instant> notBefore,
        Optional<String> key,
        Optional<BatchId> batch,
        Optional<Long> submitter) {
    /** The priority of jobs that don't say another. */
    public static final int USUAL_PRIORITY = 5;

    /** The longest payload in bytes of UTF-8. */
    public static final int MOST_PAYLOAD_BYTES = 64 * 1024;

    private static final int HIGHEST_PRIORITY = 9;
    private static final int LONGEST_KEY = 200;

    public Submission {
        Objects.requireNonNull(type);
        Objects.requireNonNull(payload);
        Objects.requireNonNull(queue);
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("Priority " + priority);
        }
        if (key.filter(text -> text.isEmpty() || text.length() > LONGEST_KEY).isPresent()) {
            throw new IllegalArgumentException("A key of " + key.get().length() + " characters");
        }
    }

    /** One in the queue of its type, of the usual priority, as soon as possible, for the shop itself. */
    public static <P> Submission<P> of(JobType<P> type, P payload) {
        return new Submission<>(
                type,
                payload,
                type.queue(),
                USUAL_PRIORITY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same in another queue. */
    public Submission<P> in(JobQueue other) {
        return new Submission<>(type, payload, other, priority, notBefore, key, batch, submitter);
    }

    /** The same with another priority, 0 to 9. */
    public Submission<P> withPriority(int other) {
        return new Submission<>(type, payload, queue, other, notBefore, key, batch, submitter);
    }

    /** The same, but not before a time. */
    public Submission<P> notBefore(Instant time) {
        return new Submission<>(type, payload, queue, priority, Optional.of(time), key, batch, submitter);
    }

    /** The same, but only if none with that key is unfinished. */
    public Submission<P> once(String name) {
        return new Submission<>(type, payload, queue, priority, notBefore, Optional.of(name), batch, submitter);
    }

    /** The same in a batch. */
    public Submission<P> of(BatchId group) {
        return new Submission<>(type, payload, queue, priority, notBefore, key, Optional.of(group), submitter);
    }

    /** The same for a member, or for the shop itself. */
    public Submission<P> by(Optional<Long> member) {
        return new Submission<>(type, payload, queue, priority, notBefore, key, batch, member);
    }

    /**
     * The payload as it is kept.
     *
     * @throws IllegalArgumentException it is too long, or can't be written
     */
    String json() {
        var json = type.write(payload);
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("The payload of a job is too long: " + type.name());
        }
        return json;
    }
}
