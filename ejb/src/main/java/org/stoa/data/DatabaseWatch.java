package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks each database server every second whether it is there, and replicas how far they are, each in a thread of its own, so that a frozen one holds up
 * no other. Threads, because a scheduled executor stops when a clone drains, and until its last request a clone must
 * know where to read.
 */
@Singleton
@Startup
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Databases databases;

    @Inject
    private ReplicaWait replicas;

    private List<Thread> watches;
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        watches = databases.all().stream()
                .map(server -> threads.newThread(() -> watch(server)))
                .toList();
        watches.forEach(Thread::start);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        watches.forEach(Thread::interrupt);
    }

    private void watch(DatabaseServer server) {
        boolean told = true;
        while (!stopped) {
            server.probe();
            if (server != databases.primary() && server.isUp()) {
                replicas.observe(server);
            }
            // Compared with what was told last: a request may have found out before this probe.
            if (told != server.isUp()) {
                told = server.isUp();
                LOG.log(Level.INFO, "Database {0} is {1}.", new Object[] {server.name(), told ? "back" : "away"});
            }
            try {
                Thread.sleep(INTERVAL.toMillis());
            } catch (InterruptedException e) {
                // Only stop() interrupts, and the condition of the loop sees it.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
