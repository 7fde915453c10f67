package org.stoa.job;

import java.sql.SQLException;
import org.stoa.data.DatabaseFailure;

/** Of several things that are tried whatever becomes of the others, what failed; by one thread. */
final class Failures {
    private Exception first;

    /** One of them. */
    @FunctionalInterface
    interface Part {
        void run() throws SQLException;
    }

    /** Tries one; where the server is away, no more of them, because each would wait for it. */
    void attempt(Part part) {
        if (first != null && DatabaseFailure.of(first) == DatabaseFailure.SERVER_AWAY) {
            return;
        }
        try {
            part.run();
        } catch (SQLException | RuntimeException e) {
            if (first == null) {
                first = e;
            } else if (first != e) {
                first.addSuppressed(e);
            }
        }
    }

    /** Throws what failed first, with the others as suppressed; nothing if nothing did. */
    void throwFirst() throws SQLException {
        if (first instanceof SQLException failure) {
            throw failure;
        }
        if (first != null) {
            throw (RuntimeException) first;
        }
    }
}
