package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.ChangeFeed;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Reader;

/** The workers of this clone. */
@ApplicationScoped
public class JobWorkers {
    /** How many there are. */
    public static final int COUNT = 2;

    private static final Logger LOG = Logger.getLogger(JobWorkers.class.getName());

    private final AtomicInteger busy = new AtomicInteger();

    @Inject
    private JobRows rows;

    @Inject
    private JobWorks works;

    @Inject
    private JobAttempt attempt;

    @Inject
    private JobBell bell;

    @Inject
    private ChangeFeed feed;

    /**
     * Answers the bell in the caller's thread, outside of a transaction: works on the job it was rung for, or on any other
     * that is due.
     *
     * @param text what the bell said: the id of a job, or nothing
     */
    public void answer(String text) {
        busy.incrementAndGet();
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            var claim = claim(text);
            if (claim.isPresent()) {
                // Whatever its submitter had written was committed before the job could be claimed.
                feed.lookFor(reader);
                attempt.work(claim.get());
                // The next one by the bell, so that a clone that drains takes no more.
                if (rows.countDue(works.types(), 1) > 0) {
                    bell.ring();
                }
            }
        } catch (SQLException e) {
            told(e);
        } finally {
            busy.decrementAndGet();
        }
    }

    private Optional<JobClaim> claim(String text) throws SQLException {
        var rungFor = text.isEmpty() ? Optional.<JobClaim>empty() : rows.claim(JobId.fromString(text), works.types());
        return rungFor.isPresent() ? rungFor : rows.claimNext(works.types());
    }

    /** Rings for as many jobs that are due as there are free workers. */
    void sweep() throws SQLException {
        rows.buryWornOut();
        int free = COUNT - busy.get();
        int due = free > 0 ? rows.countDue(works.types(), free) : 0;
        for (int i = 0; i < due; i++) {
            bell.ring();
        }
    }

    /** What a database that is away or busy keeps us from doing is done later; anything else is a bug. */
    static void told(SQLException e) {
        if (DatabaseFailure.of(e) == DatabaseFailure.BUG) {
            throw new IllegalStateException("A statement about jobs failed", e);
        }
        LOG.log(Level.FINE, "Jobs wait for the database.", e);
    }
}
