package org.stoa.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoa.Refusal;

/** Tells what a failed access to a database says about the server. */
public enum DatabaseFailure {
    /** The server is gone, going or coming: leave it out until it answers again. */
    SERVER_AWAY,
    /** The server is well but can't do this now: no connection is free, or a replica had to cancel the query. */
    ELSEWHERE,
    /** It took too long, waited too long for a lock, or lost a deadlock: it may be tried again, later. */
    BUSY,
    /** Nothing about the server: the question was wrong. */
    BUG;

    // SQLSTATEs: PostgreSQL manual, appendix A. All of class 08 mean a broken connection.
    private static final String CONNECTION_CLASS = "08";

    /** What we say ourselves where a server does not answer. */
    static final String CONNECTION_FAILURE = "08006";

    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "25006");
    private static final Set<String> FULL_OR_CONFLICT = Set.of("53300", "40001");
    private static final Set<String> TOO_LONG = Set.of("57014", "55P03", "40P01");

    private static final int MOST_CAUSES = 50;

    /** What a failure says; looks at its causes and at what was suppressed on the way. */
    public static DatabaseFailure of(Throwable failure) {
        var database = causes(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        var states = database.stream()
                .map(SQLException::getSQLState)
                .filter(state -> state != null)
                .toList();
        if (states.stream().anyMatch(state -> state.startsWith(CONNECTION_CLASS) || AWAY.contains(state))) {
            return SERVER_AWAY;
        }
        if (states.stream().anyMatch(TOO_LONG::contains)) {
            return BUSY;
        }
        // A pool that has no connection left says so without a state.
        boolean withoutState = !database.isEmpty() && states.isEmpty();
        return withoutState || states.stream().anyMatch(FULL_OR_CONFLICT::contains) ? ELSEWHERE : BUG;
    }

    /** What to tell somebody whose request failed: the refusal among the causes, or that a server is away or busy. */
    public static Optional<Refusal> asRefusal(Throwable failure) {
        var refusal = causes(failure).stream()
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
        if (refusal.isPresent()) {
            return refusal;
        }
        return switch (of(failure)) {
            case SERVER_AWAY -> Optional.of(unavailable("The database can't be reached for a moment.", failure));
            case ELSEWHERE, BUSY -> Optional.of(unavailable("The shop is very busy.", failure));
            case BUG -> Optional.empty();
        };
    }

    private static Refusal unavailable(String why, Throwable cause) {
        return new Refusal(Refusal.Kind.UNAVAILABLE, why + " Please try again soon.", cause);
    }

    /** The failure, what caused it and what was suppressed, each once; bounded, because causes may go round in a circle. */
    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        found.add(failure);
        for (int i = 0; i < found.size() && found.size() < MOST_CAUSES; i++) {
            var next = found.get(i);
            if (next.getCause() != null && !found.contains(next.getCause())) {
                found.add(next.getCause());
            }
            for (var suppressed : next.getSuppressed()) {
                if (!found.contains(suppressed)) {
                    found.add(suppressed);
                }
            }
        }
        return found;
    }
}
