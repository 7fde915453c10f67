package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date when a clone starts.
 *
 * <p>Any number of clones may start at once: Flyway holds an advisory lock of PostgreSQL while it works, and each
 * migration is a transaction with its entry in the history, so a clone that dies in the middle leaves nothing behind.
 * A clone that starts while the primary is away waits for it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    private static final int TRIES_FOR_LOCK = 300;

    @Resource(lookup = "java:jboss/datasources/StoaMigrations")
    private DataSource connections;

    @PostConstruct
    void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(connections)
                .locations("classpath:db/migration")
                .lockRetryCount(TRIES_FOR_LOCK)
                .connectRetries(StartPatience.MOST_CONNECTS)
                .connectRetriesInterval(StartPatience.SECONDS_BETWEEN)
                .load()
                .migrate();
    }
}
