package org.stoa.web.job;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.Refusal;
import org.stoa.job.BatchId;
import org.stoa.job.JobId;
import org.stoa.job.JobQuery;
import org.stoa.job.JobQueue;
import org.stoa.job.JobState;

/**
 * Which jobs an address asks for, by the names of its parameters; what is missing asks for nothing.
 *
 * @param parts the parameters that are given, none of them empty
 */
public record JobFilter(Map<String, String> parts) {
    private static final List<String> NAMES =
            List.of("state", "queue", "type", "error", "arguments", "batch", "from", "to");

    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    public JobFilter {
        parts = Map.copyOf(parts);
    }

    /** What an address asks for; {@code parameter} tells the value of a parameter, or null. */
    public static JobFilter of(UnaryOperator<String> parameter) {
        var given = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            Optional.ofNullable(parameter.apply(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> given.put(name, text));
        }
        return new JobFilter(given);
    }

    /**
     * What it asks for.
     *
     * @param cursor where the page starts; null or empty for the first
     * @param limit how many at the most, 1 to 100
     * @throws Refusal malformed: no such state or queue, no time, a text over 200 characters, or a cursor that is none
     */
    public JobQuery query(String cursor, int limit) {
        return new JobQuery(
                read("state", JobFilter::state),
                read("queue", JobQueue::fromString),
                read("type", Function.identity()),
                read("error", Function.identity()),
                read("arguments", Function.identity()),
                read("batch", BatchId::fromString),
                Optional.empty(),
                time("from"),
                time("to"),
                Optional.ofNullable(cursor)
                        .filter(text -> !text.isEmpty())
                        .map(text -> parsed("cursor", JobId::fromString, text)),
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

    /** The same, but only those in that state; empty: in whichever. */
    JobFilter inState(String state) {
        var others = new LinkedHashMap<>(parts);
        others.remove("state");
        if (!state.isEmpty()) {
            others.put("state", state);
        }
        return new JobFilter(others);
    }

    /** The same without one of its parameters. */
    JobFilter without(String name) {
        var others = new LinkedHashMap<>(parts);
        others.remove(name);
        return new JobFilter(others);
    }

    /** The names of the parameters that are given, in their order. */
    List<String> names() {
        return NAMES.stream().filter(parts::containsKey).toList();
    }

    /** Whether more is asked for than a state. */
    boolean isNarrowed() {
        return names().stream().anyMatch(name -> !name.equals("state"));
    }

    /** A time that is given. */
    Optional<Instant> time(String name) {
        return read(name, JobFilter::moment);
    }

    /** The parameters of an address with the same filter; perhaps empty, else they begin with a question mark. */
    String parameters() {
        var given = names().stream()
                .map(name -> name + "=" + URLEncoder.encode(parts.get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return given.isEmpty() ? "" : "?" + given;
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        return Optional.ofNullable(parts.get(name)).map(text -> parsed(name, reader, text));
    }

    private static <T> T parsed(String name, Function<String, T> reader, String text) {
        // PostgreSQL keeps no NUL.
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw malformed(name);
        }
        try {
            return reader.apply(text);
        } catch (Refusal | DateTimeException e) {
            throw malformed(name);
        }
    }

    private static JobState state(String text) {
        return Stream.of(JobState.values())
                .filter(state -> state.key().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed("state"));
    }

    private static Instant moment(String text) {
        // A time without a zone, as forms send it, is one of UTC.
        var time = text.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC)
                : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new DateTimeException(text);
        }
        return time.toInstant();
    }

    private static Refusal malformed(String name) {
        var why =
                switch (name) {
                    case "from", "to" -> "a time like 2026-01-31T12:00:00Z; without a zone it is one of UTC.";
                    case "state" -> "ready, waiting, running, done, dead or cancelled.";
                    case "queue" -> "urgent, bulk, media or mail.";
                    default -> "this can't be understood.";
                };
        return new Refusal(Refusal.Kind.MALFORMED, name + ": " + why);
    }
}
