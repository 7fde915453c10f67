package org.stoa.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Statements on the primary, each a transaction of its own. Nobody looks for changes after them: the triggers refuse them where
 * they would change what is shown.
 *
 * <p>For the machinery that watches over the work of others: it must not be part of a transaction, and must be able to tell
 * a server that is away from a bug without noise in the log.
 */
@ApplicationScoped
public class PrimaryStatements {
    @Resource(lookup = "java:jboss/datasources/StoaStatements")
    private DataSource connections;

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; every statement is committed when it ends. */
        T on(Connection connection) throws SQLException;
    }

    /** What a statement is told. */
    @FunctionalInterface
    public interface Parameters {
        /** Sets them. */
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /** Runs one statement that changes rows, and returns how many; must be called outside of a transaction. */
    public int update(String sql, Parameters parameters) throws SQLException {
        return run(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                parameters.set(connection, update);
                return update.executeUpdate();
            }
        });
    }

    /** Runs statements on a connection; must be called outside of a transaction. */
    public <T> T run(Work<T> work) throws SQLException {
        try (var connection = connections.getConnection()) {
            return work.on(connection);
        }
    }
}
