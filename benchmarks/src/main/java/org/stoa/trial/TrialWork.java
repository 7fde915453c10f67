package org.stoa.trial;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stoa.job.JobQueue;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;

/**
 * Measures inside a clone: two transactions in turn, many times. The result is a list of pairs of microseconds. A step has a
 * transaction of its own, which does nothing meanwhile.
 */
@ApplicationScoped
public class TrialWork implements JobWork<TrialWork.Trial> {
    /** In the queue of what takes long; what it submits goes elsewhere. */
    public static final JobType<Trial> TYPE = JobType.of("trial", 1, Trial.class);

    /** In a step; its own transaction is idle for so long, which may be 5 s at most. */
    private static final int SLICE = 20;

    private static final int SHORTEST_REST_MILLIS = 20;
    private static final int LONGEST_REST_MILLIS = 40;

    @EJB
    private TrialTransactions transactions;

    /** What is measured. */
    public enum Kind {
        /** An insert, beside the same with a job. */
        NOTES,
        /** An insert, beside two of them. */
        INSERTS,
        /** A change of a product, beside the same with a job. */
        SALES,
        /** An insert with a job, beside the same as a distributed transaction with a message. */
        MESSAGES,
        /** Submissions one by one, with rests between them; only how long each took. */
        BELLS
    }

    /**
     * What is wanted.
     *
     * @param kind what
     * @param times how often
     * @param queue where the jobs go
     * @param product which is changed, if any
     */
    public record Trial(Kind kind, int times, JobQueue queue, long product) {}

    /** One of the two that are measured. */
    @FunctionalInterface
    private interface Transaction {
        void run() throws Exception;
    }

    @Override
    public JobType<Trial> type() {
        return TYPE;
    }

    @Override
    public StepResult step(Step<Trial> step) {
        var trial = step.payload();
        int begin = Math.toIntExact(step.progress().done());
        int end = Math.min(begin + SLICE, trial.times());
        var pairs = IntStream.range(begin, end).mapToObj(n -> pair(trial, n)).collect(Collectors.joining(", "));
        return new StepResult(
                append(step.checkpoint(), pairs), new Progress(end, trial.times(), ""), end == trial.times());
    }

    private static String append(String list, String more) {
        return list == null ? "[" + more + "]" : list.substring(0, list.lastIndexOf(']')) + ", " + more + "]";
    }

    private String pair(Trial trial, int n) {
        var queue = trial.queue();
        return switch (trial.kind()) {
            case NOTES -> pair(n, transactions::note, () -> transactions.noteAndJob(queue));
            case INSERTS -> pair(n, transactions::note, transactions::notes);
            case SALES ->
                pair(
                        n,
                        () -> transactions.sale(trial.product()),
                        () -> transactions.saleAndJob(trial.product(), queue));
            case MESSAGES -> pair(n, () -> transactions.noteAndJob(queue), () -> transactions.noteAndMessage(queue));
            case BELLS -> pair(0, this::rest, () -> transactions.job(queue));
        };
    }

    /** Who is first changes, so that neither has always the same before it. */
    private static String pair(int n, Transaction first, Transaction second) {
        boolean inOrder = n % 2 == 0;
        long one = inOrder ? microseconds(first) : 0;
        long two = microseconds(second);
        return "[%d, %d]".formatted(inOrder ? one : microseconds(first), two);
    }

    private static long microseconds(Transaction transaction) {
        long began = System.nanoTime();
        try {
            transaction.run();
        } catch (Exception e) {
            throw new IllegalStateException("What is measured failed", e);
        }
        return (System.nanoTime() - began) / 1000;
    }

    private void rest() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_REST_MILLIS, LONGEST_REST_MILLIS));
    }
}
