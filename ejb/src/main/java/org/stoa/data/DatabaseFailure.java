package org.stoa.data;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.stoa.Refusal;

/** Tells failures of a database server from failures of what it was asked. */
public final class DatabaseFailure {
    /**
     * SQLSTATEs (PostgreSQL manual, appendix A) of a server that is going, coming, full, or a standby that had to cancel
     * a query to follow the primary.
     */
    private static final Set<String> SERVER_STATES =
            Set.of("57P01", "57P02", "57P03", "57P05", "53300", "40001", "25006");

    /** SQLSTATEs of work that took too long, waited too long for a lock, or lost a deadlock: it may be tried again. */
    private static final Set<String> BUSY_STATES = Set.of("57014", "55P03", "40P01");

    private static final int LONGEST_CHAIN = 20;

    private DatabaseFailure() {}

    /** Whether the cause is that a server could not be reached, or not do its work. */
    public static boolean isOfServer(Throwable failure) {
        return sqlException(failure)
                .map(e -> e.getSQLState() == null || isServerState(e.getSQLState()))
                .orElse(false);
    }

    /** What to tell somebody whose request failed: the refusal in the chain of causes, or that a server is away or busy. */
    public static Optional<Refusal> asRefusal(Throwable failure) {
        int depth = 0;
        for (var cause = failure; cause != null && depth < LONGEST_CHAIN; cause = cause.getCause(), depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        if (isOfServer(failure)) {
            return Optional.of(unavailable("The database can't be reached for a moment.", failure));
        }
        return isBusy(failure) ? Optional.of(unavailable("The shop is very busy.", failure)) : Optional.empty();
    }

    private static Refusal unavailable(String why, Throwable cause) {
        return new Refusal(Refusal.Kind.UNAVAILABLE, why + " Please try again soon.", cause);
    }

    private static boolean isBusy(Throwable failure) {
        return sqlException(failure)
                .map(SQLException::getSQLState)
                .filter(BUSY_STATES::contains)
                .isPresent();
    }

    private static boolean isServerState(String state) {
        return state.startsWith("08") || SERVER_STATES.contains(state);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        int depth = 0;
        for (var cause = failure; cause != null && depth < LONGEST_CHAIN; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
