package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.Refusal;
import org.stoa.data.DatabaseFailure;

/** One attempt at a job: step after step until it is done, lost, failed, too late, or the worker's turn is over. */
@ApplicationScoped
class JobAttempt {
    /** After so long in a row a job goes behind all others that are due, and a clone that drains is left alone. */
    static final Duration TURN = Duration.ofSeconds(15);

    private static final Logger LOG = Logger.getLogger(JobAttempt.class.getName());

    @Inject
    private JobWorks works;

    @Inject
    private JobSteps steps;

    @Inject
    private JobClaims claims;

    @Inject
    private AttemptRows rows;

    @Inject
    private JobSignals signals;

    /** Works on a claimed job; what comes of it is in its row. */
    void work(JobClaim claim) throws SQLException {
        work(claim, works.of(claim.type()));
    }

    private <P> void work(JobClaim claim, JobWork<P> work) throws SQLException {
        int attempts = claim.attempts();
        signals.moved(claim.id());
        try {
            long began = System.nanoTime();
            var step = begin(claim, work.type());
            while (System.nanoTime() - began < TURN.toNanos()) {
                requireInTime(claim.age().plusNanos(System.nanoTime() - began), work.type());
                claims.stepBegins(claim);
                var result = steps.take(claim, work, step);
                if (result.isEmpty() || result.get().finished()) {
                    return;
                }
                attempts = 1;
                signals.moved(claim.id());
                step = result.get().next(step);
            }
            rows.giveBack(claim);
        } catch (StepFailed e) {
            failed(claim, work.type().retries(), attempts, e.getCause());
        } finally {
            claims.ended(claim);
            signals.moved(claim.id());
        }
    }

    private static <P> JobWork.Step<P> begin(JobClaim claim, JobType<P> type) throws StepFailed {
        try {
            return claim.start(type);
        } catch (Refusal e) {
            throw new StepFailed(e);
        }
    }

    private static void requireInTime(Duration age, JobType<?> type) throws StepFailed {
        if (age.compareTo(type.longest()) > 0) {
            throw new StepFailed(new Refusal(
                    Refusal.Kind.INVALID, "It was not done within its time limit of " + type.longest() + "."));
        }
    }

    private void failed(JobClaim claim, Retries retries, int attempts, Throwable failure) throws SQLException {
        var refusal = DatabaseFailure.asRefusal(failure);
        if (refusal.isEmpty()) {
            LOG.log(Level.WARNING, failure, () -> "Attempt " + attempts + " at job " + claim.id() + " failed.");
        }
        var reason = refusal.map(Refusal::getMessage)
                .orElseGet(() -> "Something unexpected: " + failure.getClass().getSimpleName());
        var delay = retries.after(attempts, ThreadLocalRandom.current().nextDouble());
        boolean never =
                refusal.map(Refusal::kind).filter(Refusal.Kind.INVALID::equals).isPresent();
        boolean busy = refusal.map(Refusal::kind)
                .filter(Refusal.Kind.UNAVAILABLE::equals)
                .isPresent();
        if (busy) {
            rows.postpone(claim, reason, ThreadLocalRandom.current().nextDouble());
        } else if (never || delay.isEmpty()) {
            rows.bury(claim, reason);
        } else {
            rows.retry(claim, reason, delay.get());
        }
    }
}
