package org.stoa.system.jobs;

import java.util.List;

/**
 * What the quick form saw.
 *
 * @param jobs that were submitted
 * @param steps that took effect in the database
 * @param takenOver attempts that a killed clone left to others
 * @param violations the first of what must not be, for people
 */
public record Seen(int jobs, int steps, int takenOver, List<String> violations) {
    static Seen of(History history, Verdict verdict) {
        return new Seen(
                history.submitted().size(),
                history.ledger().size(),
                Takeovers.of(history).count(),
                verdict.first().stream().map(Violation::toString).toList());
    }
}
