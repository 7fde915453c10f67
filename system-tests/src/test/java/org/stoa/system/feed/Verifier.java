package org.stoa.system.feed;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges a history by what the shop promises. It knows nothing of how the shop keeps it.
 *
 * <p>All values of a register grow in the order in which they were committed, so whoever sees a value sees nothing of what is
 * greater, and all that is less. A write whose outcome is unknown obliges nobody and is forbidden to nobody.
 */
final class Verifier {
    private final Duration allowance;
    private final List<Restore> restores;
    private final Map<Integer, RegisterWrites> registers = new HashMap<>();
    private final TreeMap<Long, Long> faults = new TreeMap<>();
    private final History history;
    private final Verdict verdict = new Verdict();

    /**
     * @param allowance how old what anybody is shown may be
     */
    Verifier(History history, Duration allowance) {
        this.history = history;
        this.allowance = allowance;
        this.restores = history.restores();
        history.writes().stream()
                .collect(groupingBy(Write::register))
                .forEach((register, writes) -> registers.put(register, new RegisterWrites(writes, restores)));
        history.faults().forEach(fault -> faults.merge(fault.began(), fault.ended(), Math::max));
    }

    Verdict judge() {
        history.unstamped().forEach(write -> verdict.violated(Violation.Kind.NO_STAMP, write.toString()));
        registers.values().forEach(this::judgeWrites);
        history.reads().forEach(reads -> reads.forEach(this::judge));
        return verdict;
    }

    private void judgeWrites(RegisterWrites writes) {
        writes.byValue().values().forEach(same -> {
            var acknowledged = same.stream()
                    .filter(write -> write.outcome() == Outcome.ACKNOWLEDGED)
                    .toList();
            if (acknowledged.size() > 1) {
                verdict.violated(Violation.Kind.WRITTEN_TWICE, acknowledged.toString());
            }
        });
    }

    private void judge(Read read) {
        verdict.read(read);
        var writes = registers.get(read.register());
        if (writes == null || !mayBeSeen(read, writes)) {
            verdict.violated(Violation.Kind.NEVER_WRITTEN, read.toString());
            return;
        }
        int era = eraOf(read);
        judgeLost(read, writes, era);
        judgeStamp(read, writes, era);
        if (!read.degraded()) {
            judgeAge(read, writes, era);
        }
    }

    private static boolean mayBeSeen(Read read, RegisterWrites writes) {
        return writes.of(read.value()).stream()
                .anyMatch(write -> write.outcome() != Outcome.REFUSED && write.called() < read.returned());
    }

    /** A read that ended before the primary was taken away is of the era before; all others may be of the next. */
    private int eraOf(Read read) {
        int era = 0;
        while (era < restores.size() && read.returned() > restores.get(era).began()) {
            era++;
        }
        return era;
    }

    private void judgeLost(Read read, RegisterWrites writes, int era) {
        if (era == 0 || read.called() - restores.get(era - 1).ended() < allowance.toNanos()) {
            return;
        }
        if (writes.of(read.value()).stream().allMatch(write -> writes.lostIn(era, write))) {
            verdict.violated(Violation.Kind.LOST_YET_SEEN, read.toString());
        }
    }

    private void judgeStamp(Read read, RegisterWrites writes, int era) {
        if (read.stamp() == null || read.stamp().write().era() != era) {
            return;
        }
        var own = read.stamp().write();
        int least = writes.inEra(era).at(own.called()).map(Write::value).orElse(Integer.MIN_VALUE);
        if (own.register() == read.register()) {
            least = Math.max(least, own.value());
        }
        if (read.value() < least) {
            verdict.violated(Violation.Kind.BEHIND_ITS_STAMP, "%s must be at least %d".formatted(read, least));
        }
    }

    private void judgeAge(Read read, RegisterWrites writes, int era) {
        var missed = writes.inEra(era).firstAbove(read.value());
        if (missed.isEmpty()) {
            return;
        }
        long age = read.called() - missed.get().returned();
        if (age <= 0) {
            return;
        }
        verdict.behind(age, inFault(read));
        if (age > allowance.toNanos()) {
            verdict.violated(
                    missed.get().source() == Source.SQL ? Violation.Kind.SQL_NOT_SEEN : Violation.Kind.TOO_OLD,
                    "%s misses %s, %.1f ms old".formatted(read, missed.get(), age / 1e6));
        }
    }

    private boolean inFault(Read read) {
        var last = faults.floorEntry(read.returned());
        return last != null && read.called() < last.getValue();
    }
}
