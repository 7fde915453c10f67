package org.stoa.workers.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.catalogue.ProductDocumentBuilder;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Databases;

/**
 * Keeps the documents of products up to date, on every clone alike: looks once a second whether something is outdated. Where there
 * is much to do, the primary gets a pause as long as each batch took, so that visitors have at least half of it.
 */
@Singleton
@Startup
@DependsOn("stoa-ejb.jar#Migrations")
public class ProductDocumentWorker {
    private static final Logger LOG = Logger.getLogger(ProductDocumentWorker.class.getName());

    private static final Duration AT_REST = Duration.ofSeconds(1);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Databases databases;

    @Inject
    private ProductDocumentBuilder documents;

    private Thread worker;
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        worker = threads.newThread(this::work);
        worker.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        worker.interrupt();
    }

    private void work() {
        try {
            // Clones that started together don't all look at once.
            Thread.sleep(ThreadLocalRandom.current().nextLong(AT_REST.toMillis()));
            while (!stopped) {
                long begun = System.nanoTime();
                boolean more = hasMore();
                long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                Thread.sleep(more ? took : AT_REST.toMillis());
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasMore() {
        if (databases.isDegraded()) {
            return false;
        }
        try {
            return documents.build() == ProductDocumentBuilder.BATCH;
        } catch (Throwable e) {
            // Whatever went wrong, an error too: there is a next time, and meanwhile no outdated document is read.
            if (!stopped && DatabaseFailure.of(e) == DatabaseFailure.BUG) {
                LOG.log(Level.WARNING, "Making the documents of products failed; it goes on: {0}", e.toString());
            }
            return false;
        }
    }
}
