package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The doorbell of the workers. It may be lost, dropped or rung in vain: the sweep finds what nobody was told of. */
@ApplicationScoped
public class JobBell {
    /** The queue that the workers listen to. */
    public static final String QUEUE = "java:/jms/queue/Jobs";

    private static final Logger LOG = Logger.getLogger(JobBell.class.getName());
    private static final String FOR_WHATEVER_IS_DUE = "";

    @Resource(lookup = "java:/jms/Doorbells")
    private ConnectionFactory doorbells;

    @Resource(lookup = QUEUE)
    private Queue queue;

    /** Tells a worker that there is a job; must be called after its row was committed, outside of a transaction. */
    void ring(JobId job) {
        send(job.toString());
    }

    /** Tells a worker that some job is due. */
    void ring() {
        send(FOR_WHATEVER_IS_DUE);
    }

    private void send(String text) {
        try (var context = doorbells.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(queue, text);
        } catch (JMSRuntimeException e) {
            LOG.log(
                    Level.INFO,
                    "The bell of the jobs could not be rung, the sweep will find them: {0}",
                    e.getMessage());
        }
    }
}
