package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The doorbells of the workers. They may be lost, dropped or rung in vain: the sweep finds what nobody was told of. */
@ApplicationScoped
public class JobBell {
    /** What the workers of {@link JobQueue#URGENT} listen to. */
    public static final String URGENT = "java:/jms/queue/UrgentJobs";

    /** What the workers of {@link JobQueue#BULK} listen to. */
    public static final String BULK = "java:/jms/queue/BulkJobs";

    /** What the workers of {@link JobQueue#MEDIA} listen to. */
    public static final String MEDIA = "java:/jms/queue/MediaJobs";

    /** What the workers of {@link JobQueue#MAIL} listen to. */
    public static final String MAIL = "java:/jms/queue/MailJobs";

    private static final Logger LOG = Logger.getLogger(JobBell.class.getName());

    /** The row says what is to be done. */
    private static final String NOTHING = "";

    private final AtomicBoolean broken = new AtomicBoolean();

    @Resource(lookup = "java:/jms/Doorbells")
    private ConnectionFactory doorbells;

    @Resource(lookup = URGENT)
    private Queue urgent;

    @Resource(lookup = BULK)
    private Queue bulk;

    @Resource(lookup = MEDIA)
    private Queue media;

    @Resource(lookup = MAIL)
    private Queue mail;

    /**
     * Tells a worker that a job of that queue is due; must be called after its row was committed, outside of a transaction.
     *
     * @return whether the bell could be rung
     */
    boolean ring(JobQueue queue) {
        try (var context = doorbells.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(destination(queue), NOTHING);
            broken.set(false);
            return true;
        } catch (JMSRuntimeException e) {
            if (!broken.getAndSet(true)) {
                LOG.log(
                        Level.INFO,
                        "The bell of the jobs could not be rung, the sweep will find them: {0}",
                        e.getMessage());
            }
            return false;
        }
    }

    private Queue destination(JobQueue queue) {
        return switch (queue) {
            case URGENT -> urgent;
            case BULK -> bulk;
            case MEDIA -> media;
            case MAIL -> mail;
        };
    }
}
