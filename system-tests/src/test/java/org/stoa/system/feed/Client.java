package org.stoa.system.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who reads and writes with one thread, and whose every step comes into the history. */
final class Client implements AutoCloseable {
    /** The version of a product is the number that its entity tag begins with. */
    private static final Pattern VERSION = Pattern.compile("W/\"(\\d+)(?:-[0-9a-f.-]+)?\"");

    private final Stage stage;
    private final Duration patience;
    private final Map<Place, Line> lines = new HashMap<>();
    private final List<Read> reads;

    /**
     * @param patience how long an answer may take before he hangs up
     */
    Client(Stage stage, Duration patience) {
        this.stage = stage;
        this.patience = patience;
        this.reads = stage.history().newReads();
    }

    /**
     * Reads once.
     *
     * @param register what; of a list, it is the one that is returned
     * @param stamp what to carry, or null
     * @return what was seen, and the version; nothing if there was no answer with a value
     */
    Optional<Seen> read(Place place, Register register, View view, Stamp stamp) {
        var request = Request.get(stage.path(register, view));
        if (stamp != null) {
            request = stamp.carriedBy(request, ThreadLocalRandom.current().nextBoolean());
        }
        long called = System.nanoTime();
        try {
            var answer = line(place).ask(request);
            long returned = System.nanoTime();
            stage.tally().count("read " + answer.status() + (answer.degraded() ? " degraded" : ""));
            if (answer.status() != 200 && !isMissing(answer)) {
                return Optional.empty();
            }
            var values = values(register, view, answer);
            values.forEach((shown, value) -> reads.add(new Read(
                    shown.number(), value, called, returned, answer.node().intern(), view, answer.degraded(), stamp)));
            return Optional.ofNullable(values.get(register)).map(value -> new Seen(value, version(answer), called));
        } catch (IOException e) {
            stage.tally().count("read broken");
            return Optional.empty();
        }
    }

    /** Whether the shop says that there is no such product; a server that does not yet have the shop says it otherwise. */
    private static boolean isMissing(Answer answer) {
        return answer.status() == 404
                && answer.header("content-type").orElse("").startsWith("application/problem+json");
    }

    /** What an answer shows of each register that it should show. */
    private Map<Register, Integer> values(Register asked, View view, Answer answer) throws IOException {
        var values = new HashMap<Register, Integer>();
        (view == View.LIST ? stage.registers() : List.of(asked))
                .forEach(register -> values.put(register, Register.MISSING));
        if (answer.status() == 200) {
            for (var shown : Shown.in(answer, view)) {
                var register = view == View.PAGE ? Optional.of(asked) : stage.register(shown.product());
                register.ifPresent(known -> values.put(known, shown.value()));
            }
        }
        return values;
    }

    /**
     * Writes once.
     *
     * @param version what the register is expected to have
     */
    Written write(Place place, Register register, int value, long version) {
        var body = "{\"price\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}".formatted(Register.amount(value));
        var request = Request.patch(stage.path(register, View.PRODUCT), stage.staffToken(), version, body);
        return stage.gate().through(() -> {
            int era = stage.history().era();
            long called = System.nanoTime();
            Answer answer = null;
            try {
                answer = line(place).ask(request);
            } catch (IOException e) {
                stage.tally().count("write broken");
            }
            var write =
                    new Write(register.number(), value, called, System.nanoTime(), outcome(answer), Source.API, era);
            return written(write, answer);
        });
    }

    private static Outcome outcome(Answer answer) {
        if (answer == null || answer.status() >= 500) {
            return Outcome.UNKNOWN;
        }
        return answer.status() == 200 ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
    }

    private Written written(Write write, Answer answer) {
        var history = stage.history();
        history.add(write);
        if (answer == null) {
            return new Written(write, -1, null);
        }
        stage.tally().count("write " + answer.status());
        var stamp = Stamp.of(answer, write);
        if (write.outcome() != Outcome.ACKNOWLEDGED) {
            return new Written(write, -1, null);
        }
        if (stamp.isEmpty()) {
            history.addUnstamped(write);
        }
        return new Written(write, version(answer), stamp.orElse(null));
    }

    private static long version(Answer answer) {
        return answer.header("etag")
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(tag -> Long.parseLong(tag.group(1)))
                .orElse(-1L);
    }

    /** Whether a place shows a register, is not degraded, and can write it. Comes not into the history. */
    boolean serves(Place place, Register scratch) throws IOException {
        var path = stage.path(scratch, View.PRODUCT);
        var shown = line(place).ask(Request.get(path));
        if (shown.status() != 200 || shown.degraded()) {
            return false;
        }
        var body = "{\"stock\":%d}".formatted(ThreadLocalRandom.current().nextInt(1, 1_000));
        var patch = Request.patch(path, stage.staffToken(), version(shown), body);
        return line(place).ask(patch).status() == 200;
    }

    /** The client's own connection to a place. */
    Line line(Place place) {
        return lines.computeIfAbsent(place, to -> new Line(to.address(), patience));
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }

    /**
     * What was seen of a register.
     *
     * @param version -1 if the answer does not tell
     * @param called when the request was about to be sent
     */
    record Seen(int value, long version, long called) {}

    /**
     * What became of a write.
     *
     * @param version the new one, or -1 if it was not acknowledged
     * @param stamp what the answer said, or null
     */
    record Written(Write write, long version, Stamp stamp) {
        boolean acknowledged() {
            return write.outcome() == Outcome.ACKNOWLEDGED;
        }
    }
}
