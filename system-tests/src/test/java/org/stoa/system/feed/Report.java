package org.stoa.system.feed;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stoa.system.faults.Ages;

/** What a run has shown, for people. */
final class Report {
    private final Consumer<String> lines;
    private boolean good = true;

    Report(Consumer<String> lines) {
        this.lines = lines;
    }

    void ages(String when, Ages ages) {
        line("Age at which other clones see a change, %s: %s", when, ages);
    }

    void served(String when, ReadsServed served) {
        line("Reads served, %s: %s", when, served);
    }

    void run(Stage stage, Verdict verdict) {
        var history = stage.history();
        var writes = history.writes().stream().collect(groupingBy(Write::outcome, TreeMap::new, counting()));
        line(
                "Reads: %,d requests that showed %,d values, of them %,d with a stamp, %,d degraded",
                stage.tally().of("read 200") + stage.tally().of("read 200 degraded"),
                verdict.reads(),
                verdict.stamped(),
                verdict.degraded());
        line("Writes: %s", writes);
        line("Answers: %s", stage.tally());
        line(
                "Faults: %d %s",
                history.faults().size(),
                history.faults().stream().collect(groupingBy(Fault::kind, TreeMap::new, counting())));
        line(
                "Reads without a stamp that missed a write, by how much: quiet %s; in faults %s",
                verdict.quiet(), verdict.inFaults());
        line("Violations: %s", verdict.clean() ? "0" : verdict.counts());
        verdict.first().forEach(violation -> line("  %s: %s", violation.kind(), violation.what()));
        good &= verdict.clean();
    }

    /** A bug: whether the verifier was silent without it, and found it. */
    void bug(Plant plant, Verdict without, Verdict with) {
        boolean caught = without.clean() && with.counts().containsKey(plant.broken());
        line(
                "Bug %s: %s %s",
                plant.name().toLowerCase(Locale.ROOT),
                caught ? "caught" : "NOT CAUGHT",
                caught ? with.counts() : "without: " + without.counts() + ", with: " + with.counts());
        good &= caught;
    }

    /** Whether nothing is wrong. */
    boolean good() {
        return good;
    }

    private void line(String text, Object... arguments) {
        lines.accept(String.format(Locale.ROOT, text, arguments));
    }
}
