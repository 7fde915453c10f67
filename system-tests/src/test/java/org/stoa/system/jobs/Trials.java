package org.stoa.system.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.stoa.system.faults.Processes;
import org.stoa.system.jobs.History.Fault;
import org.stoa.system.jobs.work.Order;
import org.stoa.system.jobs.work.Task;

/** The smallest play for each bug by which the verifier finds it. All but the bug is right in it. */
final class Trials {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The sweep of every clone has come by several times. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    /** Longer than somebody takes to take over a job. */
    private static final long HELD = 6_000;

    private static final long LONGER_THAN_LEASE = 13_000;
    private static final int SOME = 4;

    @FunctionalInterface
    private interface Question {
        boolean holds() throws SQLException;
    }

    private final Records records;
    private final History history;

    /** How long it is waited for all to be done. */
    private final Duration patience;

    /**
     * @param planted whether the bug is there, so that it need not come to an end
     */
    Trials(Records records, History history, boolean planted) {
        this.records = records;
        this.history = history;
        this.patience = planted ? LONG_ENOUGH : LIMIT;
    }

    void play(Bug bug) throws SQLException {
        switch (bug) {
            case NO_FENCE -> takenOver();
            case COMPLETED_FIRST -> stumbling();
            case SWEEP_OFF -> tellNobody();
            case SUBMITTED_APART -> order(new Order(SOME, 0, 0, false, true, 0, null));
            case CALLED_BACK_AGAIN -> order(new Order(SOME, 0, 1, true, false, 0, null));
            case NOT_RENEWED -> longStep();
        }
    }

    /** A job is taken over while its worker goes on, as if that had been frozen; again, where nobody came in time. */
    private void takenOver() throws SQLException {
        boolean found = false;
        for (int n = 0; n < SOME && !found; n++) {
            found = takenOverOnce();
        }
    }

    private boolean takenOverOnce() throws SQLException {
        var job = task(new Task(1, HELD, false, null));
        Processes.await("somebody works", LIMIT, () -> records.running("") == 1);
        var began = Instant.now();
        Processes.await("somebody else works", LIMIT, () -> {
            boolean ended = attempts(job) > 1 || records.unfinished() == 0;
            if (!ended) {
                // Again and again: its worker may just have renewed it.
                records.sql("update job set lease_until = clock_timestamp() where id = '" + job + "'");
            }
            return ended;
        });
        boolean takenOver = attempts(job) > 1;
        if (takenOver) {
            history.add(new Fault("lease ended by hand", "", began, began, Instant.now()));
            // The first one ends the job; the other one is still at it then.
            await(Duration.ofMillis(3 * HELD), () -> applied(job) > 1);
        }
        awaitEnd(LIMIT);
        return takenOver;
    }

    private long attempts(UUID job) throws SQLException {
        return records.number("select count(*) from every_job_attempt where job_id = '" + job + "'");
    }

    private long applied(UUID job) throws SQLException {
        return records.number("select count(*) from jobs_check.ledger where job = '" + job + "'");
    }

    private void stumbling() throws SQLException {
        for (int n = 0; n < SOME; n++) {
            task(new Task(1, 0, true, null));
        }
        awaitEnd(patience);
    }

    private void tellNobody() throws SQLException {
        task(new Task(1, 0, false, null));
        awaitEnd(patience);
    }

    private void order(Order order) throws SQLException {
        records.submit("check-order", order.rolledBack() ? Kind.ROLLED_BACK : Kind.ORDER, 1, order);
        awaitEnd(patience);
    }

    private void longStep() throws SQLException {
        task(new Task(1, LONGER_THAN_LEASE, false, null));
        awaitEnd(patience.plusMillis(LONGER_THAN_LEASE));
    }

    private UUID task(Task task) throws SQLException {
        return records.submit("check-task", Kind.PLAIN, task.steps(), task);
    }

    /** Until all is finished, or patience ends: what is not finished then will be found. */
    private void awaitEnd(Duration limit) throws SQLException {
        await(limit, () -> records.unfinished() == 0);
    }

    private static void await(Duration limit, Question question) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        while (!question.holds() && System.nanoTime() < end) {
            Processes.pause(Duration.ofMillis(100));
        }
    }
}
