package org.stoa.system.feed;

import java.util.List;

/**
 * What the quick form saw.
 *
 * @param reads values that were read
 * @param degraded of them said that the primary is away
 * @param writes that were acknowledged
 * @param violations the first of what must not be, for people
 */
public record Seen(int reads, int degraded, int writes, List<String> violations) {
    static Seen of(History history, Verdict verdict) {
        return new Seen(
                verdict.reads(),
                verdict.degraded(),
                (int) history.writes().stream()
                        .filter(write -> write.outcome() == Outcome.ACKNOWLEDGED)
                        .count(),
                verdict.first().stream().map(Violation::toString).toList());
    }
}
