package org.stoa.system.jobs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stoa.system.jobs.History.Cancelled;
import org.stoa.system.jobs.History.Fault;
import org.stoa.system.jobs.History.Job;
import org.stoa.system.jobs.History.Submitted;

/** What a run has shown, for people. */
final class Report {
    /** After a clone was killed its jobs run elsewhere by then, ninety-nine of a hundred. */
    private static final Duration PROMISE = Duration.ofSeconds(5);

    private final Consumer<String> lines;
    private boolean good = true;

    Report(Consumer<String> lines) {
        this.lines = lines;
    }

    void run(History history, Verdict verdict) {
        line(
                "Jobs: %,d %s, %,d batches; they ended %s",
                history.submitted().size(),
                history.submitted().stream().collect(groupingBy(Submitted::kind, TreeMap::new, counting())),
                history.batches().size(),
                history.jobs().stream().collect(groupingBy(Job::state, TreeMap::new, counting())));
        line(
                "Taken back: %d, %d of them acknowledged; %,d steps took effect; %d attempts were lost",
                history.cancelled().size(),
                history.cancelled().stream().filter(Cancelled::acknowledged).count(),
                history.ledger().size(),
                history.lost().size());
        line(
                "Faults: %d %s",
                history.faults().size(),
                history.faults().stream().collect(groupingBy(Fault::kind, TreeMap::new, counting())));
        line(
                "Effects outside: %,d, of them once too often by faults: %s",
                history.outside().size(), verdict.doubled().isEmpty() ? "0" : verdict.doubled());
        line("Violations: %s", verdict.clean() ? "0" : verdict.counts());
        verdict.first().forEach(violation -> line("  %s: %s", violation.kind(), violation.what()));
        good &= verdict.clean();
    }

    /** From a kill to when others had the jobs of the clone; promised on a machine that is not busy otherwise. */
    void takeovers(History history) {
        var takeovers = Takeovers.of(history);
        boolean kept = takeovers.quantile(0.99).compareTo(PROMISE) <= 0;
        line(
                "From a kill to the next attempt elsewhere: %s: %s",
                takeovers, kept ? "kept" : "NOT KEPT, p99 is to be " + PROMISE.toSeconds() + " s");
        good &= kept;
    }

    /** A bug: whether the verifier was silent without it, and found it. */
    void bug(Bug bug, Verdict without, Verdict with) {
        boolean caught = without.clean() && with.counts().containsKey(bug.broken());
        line(
                "Bug %s: %s %s",
                bug.name().toLowerCase(Locale.ROOT),
                caught ? "caught" : "NOT CAUGHT",
                caught ? with.counts() : "without: " + without.first() + ", with: " + with.counts());
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
