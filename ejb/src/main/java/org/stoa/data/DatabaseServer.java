package org.stoa.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
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
    private final LongSupplier nanoTime;
    private volatile long answeredAt;
    private volatile boolean failed;
    private volatile Duration lag = Duration.ZERO;

    DatabaseServer(String name, DataSource connections) {
        this(name, connections, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds like {@link System#nanoTime}. */
    DatabaseServer(String name, DataSource connections, LongSupplier nanoTime) {
        this.name = name;
        this.connections = connections;
        this.nanoTime = nanoTime;
        this.answeredAt = nanoTime.getAsLong();
    }

    String name() {
        return name;
    }

    /** A connection of its pool, outside of JTA. */
    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    boolean isUp() {
        return !failed && nanoTime.getAsLong() - answeredAt < PATIENCE.toNanos();
    }

    /** Asks whether it answers. */
    void probe() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute("select 1");
            answeredAt = nanoTime.getAsLong();
            failed = false;
        } catch (SQLException | RuntimeException e) {
            // Whatever went wrong: it did not answer. What that means is told by who looks at isUp().
            failed();
        }
    }

    /** How far a replica was behind when it was last asked, at least. */
    Duration lag() {
        return lag;
    }

    /** A replica was found to be so far behind. */
    void lags(Duration found) {
        lag = found;
    }

    /** A request could not reach it. It is left out until a probe reaches it. */
    void failed() {
        failed = true;
    }
}
