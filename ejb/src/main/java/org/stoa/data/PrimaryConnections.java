package org.stoa.data;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.spi.Configurable;

/**
 * The connections of transactions to the primary, and the only way to one: so that after each commit, of whatever part of the
 * application, the changes are looked for. Hibernate makes one of it by its name in persistence.xml.
 */
public class PrimaryConnections implements ConnectionProvider, Configurable {
    private static final long serialVersionUID = 1L;

    private static final String TRANSACTION = "java:comp/TransactionSynchronizationRegistry";

    private transient DataSource connections;

    @Override
    public void configure(Map<String, Object> settings) {
        connections = (DataSource) settings.get("jakarta.persistence.jtaDataSource");
    }

    /**
     * A connection of the caller's transaction.
     *
     * @throws SQLException there is no transaction: what is written then is committed statement by statement, and nobody would
     *     look after it
     */
    @Override
    public Connection getConnection() throws SQLException {
        Dependencies.unknown();
        lookAfterCommit(transaction());
        return connections.getConnection();
    }

    private static void lookAfterCommit(TransactionSynchronizationRegistry transaction) throws SQLException {
        if (transaction.getTransactionKey() == null) {
            throw new SQLException("The primary is written in transactions only");
        }
        if (transaction.getResource(LookAfterCommit.class) == null) {
            var look =
                    new LookAfterCommit(CDI.current().select(ChangeFeed.class).get());
            transaction.registerInterposedSynchronization(look);
            transaction.putResource(LookAfterCommit.class, look);
        }
    }

    private static TransactionSynchronizationRegistry transaction() throws SQLException {
        try {
            return InitialContext.doLookup(TRANSACTION);
        } catch (NamingException e) {
            throw new SQLException("Can't look up " + TRANSACTION, e);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return true;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
