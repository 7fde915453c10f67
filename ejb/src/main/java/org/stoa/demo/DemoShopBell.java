package org.stoa.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Wakes the worker that loads the demo shop. What the worker finds in the database decides; the bell may be lost, so it is
 * rung again, each time after twice as long up to a minute, until the shop is there.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoShopBell {
    /** The queue that the worker listens to. */
    public static final String QUEUE = "java:/jms/queue/DemoShop";

    private static final Logger LOG = Logger.getLogger(DemoShopBell.class.getName());
    private static final int FIRST_DELAY_SECONDS = 4;
    private static final int LONGEST_DELAY_SECONDS = 60;

    /** With the delays between them about an hour. */
    private static final int MOST_RINGS = 60;

    @Resource(lookup = "java:global/stoa/demoShop")
    private Boolean wanted;

    @Resource(lookup = "java:/jms/Doorbells")
    private ConnectionFactory doorbells;

    @Resource(lookup = QUEUE)
    private Queue queue;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private DemoShop shop;

    @PostConstruct
    void start() {
        if (wanted) {
            executor.schedule(() -> ring(1), 1, TimeUnit.SECONDS);
        }
    }

    private void ring(int times) {
        if (times > MOST_RINGS) {
            LOG.log(Level.SEVERE, "The demo shop was not loaded after {0} tries.", MOST_RINGS);
            return;
        }
        // Before anything that can fail: whatever happens to this ring, there is a next one.
        var next = executor.schedule(() -> ring(times + 1), delay(times), TimeUnit.SECONDS);
        try {
            if (shop.isLoaded()) {
                next.cancel(false);
            } else {
                send();
            }
        } catch (EJBException | JMSRuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The bell of the demo shop could not be rung, it will be again: {0}",
                    e.getMessage());
        }
    }

    private static int delay(int times) {
        return Math.min(FIRST_DELAY_SECONDS << Math.min(times - 1, 10), LONGEST_DELAY_SECONDS);
    }

    private void send() {
        try (var context = doorbells.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(queue, "");
        }
    }
}
