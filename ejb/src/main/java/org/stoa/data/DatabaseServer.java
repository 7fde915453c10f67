package org.stoa.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * One PostgreSQL server as this clone sees it: whether it answers.
 *
 * <p>It counts as up while its last answer is less than {@link #PATIENCE} old. So a server that is gone is left out as
 * soon as a request or a probe fails, and a frozen one, which fails nothing, by its silence.
 */
final class DatabaseServer {
    /** How long a server may be silent; it is asked every second. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String name;
    private final DataSource connections;
    private volatile long answeredAt = System.nanoTime();
    private volatile boolean failed;

    DatabaseServer(String name, DataSource connections) {
        this.name = name;
        this.connections = connections;
    }

    String name() {
        return name;
    }

    /** A connection of its pool, outside of JTA. */
    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    boolean isUp() {
        return !failed && System.nanoTime() - answeredAt < PATIENCE.toNanos();
    }

    /** Asks whether it answers. */
    void probe() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute("select 1");
            answeredAt = System.nanoTime();
            failed = false;
        } catch (SQLException e) {
            failed();
        }
    }

    /** A request could not reach it. It is left out until a probe reaches it. */
    void failed() {
        failed = true;
    }
}
