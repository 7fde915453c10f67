package org.stoa.system.jobs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stoa.system.jobs.History.Applied;
import org.stoa.system.jobs.History.Batch;
import org.stoa.system.jobs.History.Cancelled;
import org.stoa.system.jobs.History.Ended;
import org.stoa.system.jobs.History.Fault;
import org.stoa.system.jobs.History.Job;
import org.stoa.system.jobs.History.Outside;
import org.stoa.system.jobs.History.Submitted;

/** Judges a history by what the jobs promise. It knows nothing of how that is kept. */
final class Verifier {
    /** What began before a clone was ready again may fail after it: leases run out, connections are found to be broken. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private static final Set<String> UNFINISHED = Set.of("ready", "waiting", "running");

    /** Its jobs are not submitted by those who write down what they submit. */
    private static final String ENDING = "check-ending";

    private final History history;
    private final Map<UUID, Submitted> submitted;
    private final Map<UUID, Job> jobs;
    private final Map<UUID, Cancelled> cancelled;
    private final Map<UUID, List<Applied>> ledger;
    private final Map<UUID, List<Outside>> outside;
    private final Verdict verdict = new Verdict();

    Verifier(History history) {
        this.history = history;
        this.submitted = history.submitted().stream().collect(toMap(Submitted::job, Function.identity()));
        this.jobs = history.jobs().stream().collect(toMap(Job::id, Function.identity()));
        this.cancelled = history.cancelled().stream().collect(toMap(Cancelled::job, Function.identity(), (a, b) -> a));
        this.ledger = history.ledger().stream().collect(groupingBy(Applied::job));
        this.outside = history.outside().stream().collect(groupingBy(Outside::job));
    }

    Verdict judge() {
        submitted.values().forEach(this::judgeEnd);
        ledger.forEach(this::judgeSteps);
        judgeStrangers();
        cancelled.values().forEach(this::judgeCancelled);
        judgeBatches();
        judgeTicks();
        outside.values().forEach(this::judgeOutside);
        judgeLost();
        return verdict;
    }

    private void judgeEnd(Submitted wanted) {
        var job = jobs.get(wanted.job());
        if (job == null) {
            violated(Violation.Kind.LOST, wanted);
        } else if (UNFINISHED.contains(job.state())) {
            violated(Violation.Kind.STUCK, job);
        } else if (job.state().equals(wanted.kind().end())) {
            judgeWhole(wanted);
        } else if (!job.state().equals("cancelled") || !cancelled.containsKey(job.id())) {
            violated(Violation.Kind.WRONG_END, wanted + " " + job);
        }
    }

    /** It ended as it had to, so all that it did must be there. */
    private void judgeWhole(Submitted wanted) {
        if (!wanted.kind().end().equals("done")) {
            return;
        }
        var applied = of(ledger, wanted.job()).stream().map(Applied::step).collect(Collectors.toSet());
        if (!applied.equals(IntStream.rangeClosed(1, wanted.steps()).boxed().collect(Collectors.toSet()))) {
            violated(Violation.Kind.STEP_MISSING, wanted + ": " + applied);
        }
        if (wanted.kind() == Kind.EFFECT && !outside.containsKey(wanted.job())) {
            violated(Violation.Kind.NO_EFFECT, wanted);
        }
    }

    private void judgeSteps(UUID job, List<Applied> applied) {
        applied.stream().collect(groupingBy(Applied::step, counting())).forEach((step, times) -> {
            if (times > 1) {
                violated(Violation.Kind.APPLIED_TWICE, applied);
            }
        });
    }

    /** What was rolled back is not there, and did nothing. */
    private void judgeStrangers() {
        var strangers = new HashSet<UUID>();
        history.jobs().stream()
                .filter(job -> !job.type().equals(ENDING))
                .map(Job::id)
                .forEach(strangers::add);
        strangers.addAll(ledger.keySet());
        strangers.addAll(outside.keySet());
        strangers.removeAll(submitted.keySet());
        strangers.forEach(job -> violated(Violation.Kind.NEVER_SUBMITTED, job));
        submitted.values().stream()
                .filter(job -> job.kind() == Kind.ROLLED_BACK && ledger.containsKey(job.job()))
                .forEach(job -> violated(Violation.Kind.NEVER_SUBMITTED, job));
    }

    private void judgeCancelled(Cancelled taken) {
        var applied = of(ledger, taken.job());
        var job = jobs.get(taken.job());
        boolean done = job != null && job.state().equals("done");
        if (taken.acknowledged() && (done || applied.size() > taken.steps())) {
            violated(Violation.Kind.APPLIED_AFTER_CANCEL, taken + " " + job + " " + applied);
        }
    }

    private void judgeBatches() {
        var endings = history.endings().stream().collect(groupingBy(Ended::batch));
        var callbacks =
                history.jobs().stream().filter(job -> job.type().equals(ENDING)).count();
        if (callbacks > history.batches().size()) {
            violated(
                    Violation.Kind.CALLED_BACK_TWICE,
                    callbacks + " jobs for " + history.batches().size());
        }
        history.batches().forEach(batch -> judge(batch, endings.getOrDefault(batch.name(), List.of())));
    }

    private void judge(Batch batch, List<Ended> endings) {
        if (endings.isEmpty()) {
            violated(Violation.Kind.NOT_CALLED_BACK, batch);
        } else if (endings.size() > 1) {
            violated(Violation.Kind.CALLED_BACK_TWICE, endings);
        }
        endings.stream()
                .filter(ended -> ended.jobs() != batch.jobs() || ended.failed() != batch.failed())
                .forEach(ended -> violated(Violation.Kind.CALLED_BACK_WRONGLY, batch + " " + ended));
    }

    private void judgeTicks() {
        var times = history.jobs().stream().filter(job -> job.key() != null).collect(groupingBy(Job::key, counting()));
        times.forEach((key, count) -> {
            if (count > 1) {
                violated(Violation.Kind.WRONG_TICKS, key + ": " + count);
            }
        });
        history.ticks().stream()
                .filter(key -> !times.containsKey(key))
                .forEach(key -> violated(Violation.Kind.WRONG_TICKS, key + ": none"));
    }

    private void judgeOutside(List<Outside> effects) {
        var inOrder = effects.stream().sorted(Comparator.comparing(Outside::at)).toList();
        for (int n = 1; n < inOrder.size(); n++) {
            var before = inOrder.get(n - 1);
            var fault = faultBetween(before.at(), inOrder.get(n).at());
            if (fault.isPresent()) {
                verdict.doubled(fault.get().kind());
            } else {
                violated(Violation.Kind.EFFECT_TWICE, inOrder);
            }
        }
    }

    /** On a machine that stands still for ten seconds this may be; so it is judged only where all else was quiet, too. */
    private void judgeLost() {
        if (history.faults().isEmpty()) {
            history.lost().forEach(attempt -> violated(Violation.Kind.TAKEN_FROM_THE_LIVING, attempt));
        }
    }

    private Optional<Fault> faultBetween(Instant from, Instant to) {
        return history.faults().stream()
                .filter(fault -> !fault.began().isAfter(to)
                        && !fault.ended().plus(AFTERMATH).isBefore(from))
                .findFirst();
    }

    private static <T> List<T> of(Map<UUID, List<T>> all, UUID job) {
        return all.getOrDefault(job, List.of());
    }

    private void violated(Violation.Kind kind, Object what) {
        verdict.violated(kind, what.toString());
    }
}
