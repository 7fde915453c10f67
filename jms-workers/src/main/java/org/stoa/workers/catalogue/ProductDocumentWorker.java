package org.stoa.workers.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.stoa.catalogue.ProductDocumentBuilder;
import org.stoa.data.Databases;
import org.stoa.data.Rounds;

/**
 * Keeps the documents of products up to date, on every clone alike: looks once a second whether something is outdated. Where there
 * is much to do, the primary gets a pause as long as each batch took, so that visitors have at least half of it.
 */
@Singleton
@Startup
@DependsOn("stoa-ejb.jar#Migrations")
public class ProductDocumentWorker {
    private static final Duration AT_REST = Duration.ofSeconds(1);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Databases databases;

    @Inject
    private ProductDocumentBuilder documents;

    private Rounds rounds;

    @PostConstruct
    void start() {
        rounds = Rounds.begin(threads, databases, "Making the documents of products", AT_REST, this::build);
    }

    @PreDestroy
    void stop() {
        rounds.stop();
    }

    private Duration build() throws SQLException {
        long begun = System.nanoTime();
        boolean more = documents.build() == ProductDocumentBuilder.BATCH;
        return more ? Duration.ofNanos(System.nanoTime() - begun) : AT_REST;
    }
}
