package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Tells all clones which jobs have moved, so that those who follow them see it at once. Nothing depends on it: who follows a job
 * looks every second. However short the steps of a job are, a clone sends ten messages a second at most.
 */
@ApplicationScoped
public class JobSignals {
    /** What each clone listens to. A message is the ids of jobs, with commas between them. */
    public static final String TOPIC = "java:/jms/topic/JobSignals";

    /** Between two messages. */
    static final Duration GAP = Duration.ofMillis(100);

    /** Until then a job that begins has the processor for itself, and others move, too; nobody who follows minds. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final int MOST_IN_MESSAGE = 500;

    /** Those that wait to be sent; what is beyond is found by those who look. */
    private static final int MOST_WAITING = 10_000;

    /** A clone that has not heard it by then has looked. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(JobSignals.class.getName());

    private final Set<JobId> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore moved = new Semaphore(0);

    @Resource(lookup = "java:/jms/Doorbells")
    private ConnectionFactory doorbells;

    @Resource(lookup = TOPIC)
    private Topic topic;

    /** Has all told that the row of a job has changed; must be called after the commit. Neither waits nor fails. */
    void moved(JobId job) {
        if (waiting.size() < MOST_WAITING && waiting.add(job)) {
            moved.release();
        }
    }

    /** Waits until a job has moved, for so long, and tells of all that did. */
    void sendNext(Duration patience) throws InterruptedException {
        if (!moved.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        Thread.sleep(GATHERING.toMillis());
        moved.drainPermits();
        var jobs = waiting.stream().limit(MOST_IN_MESSAGE).toList();
        // Before they are sent: who moves meanwhile is told of once more.
        waiting.removeAll(jobs);
        if (!waiting.isEmpty()) {
            moved.release();
        }
        // Who was told of a moment ago may have left only his permit.
        if (!jobs.isEmpty()) {
            send(jobs.stream().map(JobId::toString).collect(Collectors.joining(",")));
        }
    }

    private void send(String ids) {
        try (var context = doorbells.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(STALE.toMillis())
                    .send(topic, ids);
        } catch (JMSRuntimeException e) {
            LOG.log(Level.FINE, "Nobody was told; the clones look by themselves.", e);
        }
    }
}
