package org.stoa.web.job;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.JobQuery;
import org.stoa.job.JobQueue;
import org.stoa.job.JobState;

/**
 * Which jobs an address asks for; each part may be null or empty, which asks for nothing.
 *
 * @param state the name of a state
 * @param queue the name of a queue
 * @param type the name of a type
 * @param error a part of the error
 * @param cursor where the page starts
 */
public record JobFilter(String state, String queue, String type, String error, String cursor) {
    private static final int LONGEST = 200;

    /**
     * What it asks for.
     *
     * @param limit how many at the most, 1 to 100
     * @throws Refusal malformed: no such state or queue, a text over 200 characters, or a cursor that is none
     */
    public JobQuery query(int limit) {
        return new JobQuery(
                given("state", state).map(JobFilter::state),
                given("queue", queue).map(JobFilter::queue),
                given("type", type),
                given("error", error),
                given("cursor", cursor).map(JobFilter::cursor),
                limit);
    }

    /**
     * Reads a limit.
     *
     * @throws Refusal malformed: not a whole number from 1 to 100
     */
    public static int limit(String text) {
        if (!text.matches("[1-9][0-9]?|100")) {
            throw malformed("limit");
        }
        return Integer.parseInt(text);
    }

    /** The parameters of an address with the same filter, without a cursor; perhaps empty, else they begin with a question mark. */
    String parameters() {
        var parts = Stream.of(part("state", state), part("queue", queue), part("type", type), part("error", error))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String part(String name, String value) {
        return given(name, value)
                .map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static Optional<String> given(String name, String value) {
        if (value != null && value.length() > LONGEST) {
            throw malformed(name);
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static JobState state(String text) {
        return Stream.of(JobState.values())
                .filter(state -> state.key().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed("state"));
    }

    private static JobQueue queue(String text) {
        try {
            return JobQueue.fromString(text);
        } catch (Refusal e) {
            throw malformed("queue");
        }
    }

    private static JobId cursor(String text) {
        try {
            return JobId.fromString(text);
        } catch (Refusal e) {
            throw malformed("cursor");
        }
    }

    private static Refusal malformed(String name) {
        return new Refusal(Refusal.Kind.MALFORMED, "The parameter " + name + " can't be understood.");
    }
}
