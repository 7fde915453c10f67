package org.stoa.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.stoa.Refusal;

/**
 * What all jobs of one type have in common.
 *
 * @param name lower case words joined by dashes, up to 60 characters; never changes
 * @param version of the payload, from 1: raised when what an older clone would do with a newer payload is wrong; a clone leaves
 *     jobs alone whose version is newer than the one it knows, and must know what to do with all older ones
 * @param payload what such a job is told, a record or a simple value, kept as JSON; members that it does not have are ignored,
 *     those that are missing are null, or 0
 * @param queue where its jobs wait, unless they are submitted to another
 * @param retries when a failed attempt is repeated
 * @param longest how long after its first attempt began a job is given up, waiting for other attempts included
 */
public record JobType<P>(
        String name, int version, Class<P> payload, JobQueue queue, Retries retries, Duration longest) {
    /** The limit of types that don't say another: a week. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern NAME = Pattern.compile("(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public JobType {
        if (!NAME.matcher(name).matches() || version < 1 || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("No type of jobs: " + name + " " + version + " " + longest);
        }
        Objects.requireNonNull(payload);
        Objects.requireNonNull(queue);
        Objects.requireNonNull(retries);
    }

    /** A type whose jobs are done in bulk, with the usual retries and limit. */
    public static <P> JobType<P> of(String name, int version, Class<P> payload) {
        return new JobType<>(name, version, payload, JobQueue.BULK, Retries.USUAL, LONGEST);
    }

    /** The same in another queue. */
    public JobType<P> in(JobQueue other) {
        return new JobType<>(name, version, payload, other, retries, longest);
    }

    /** The same with other retries. */
    public JobType<P> with(Retries other) {
        return new JobType<>(name, version, payload, queue, other, longest);
    }

    /** The same with another limit. */
    public JobType<P> within(Duration other) {
        return new JobType<>(name, version, payload, queue, retries, other);
    }

    String write(P value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A payload of " + name + " can't be written as JSON", e);
        }
    }

    /**
     * The payload.
     *
     * @throws Refusal invalid: it is none of this type
     */
    P read(String json) {
        try {
            var read = JSON.readValue(json, payload);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "What the job was told can't be read: " + e.getOriginalMessage(), e);
        }
        throw new Refusal(Refusal.Kind.INVALID, "What the job was told can't be read: there is nothing.");
    }
}
