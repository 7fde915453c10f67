package org.stoa.cluster.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Signal;

/**
 * One PostgreSQL server on 127.0.0.1.
 *
 * @param process its process; the data are in the subdirectory {@code data}
 * @param binaries the programs
 * @param port where it listens
 * @param password of the user {@value #USER}, a superuser
 */
public record PostgresServer(MarkedProcess process, PostgresBinaries binaries, int port, String password) {
    /** The superuser: the launcher, whoever types SQL, and the replicas. */
    public static final String USER = "stoa";

    /** The user that the clones connect as: owns the shop's database and is nothing else. Has the same password. */
    public static final String SHOP = "shop";

    /** The shop's database. */
    public static final String DATABASE = "stoa";

    private static final int QUICK_SECONDS = 2;
    private static final int PATIENT_SECONDS = 600;

    /**
     * Where its data are.
     *
     * @return may not exist yet
     */
    public Path data() {
        return process.directory().resolve("data");
    }

    /**
     * What it prints.
     *
     * @return its log
     */
    public LogFile log() {
        return new LogFile(process.directory().resolve("postgresql.log"));
    }

    /**
     * Starts it, without waiting until it accepts connections.
     *
     * @param settings the whole of {@code postgresql.conf}
     */
    void launch(String settings) {
        write(settings);
        try {
            Files.writeString(data().resolve("pg_hba.conf"), PostgresSettings.ACCESS);
            // Nothing of it runs, we have just looked; after a kill -9 the process id in here may be another's.
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.launch(binaries.command("postgres", "-D", data().toString()), Map.of(), log().path());
    }

    /**
     * Writes the settings.
     *
     * @param settings the whole of {@code postgresql.conf}
     */
    void write(String settings) {
        try {
            Files.writeString(data().resolve("postgresql.conf"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it read its settings again. */
    void reload() {
        process.signal(Signal.HUP);
    }

    /**
     * Whether it accepts connections; asks for two seconds at most.
     *
     * @return whether it does
     */
    public boolean accepting() {
        try (var connection = quickly("postgres")) {
            return connection.isValid(QUICK_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Opens a connection to the shop's database.
     *
     * @return in autocommit mode
     * @throws LaunchFailure if there is no answer
     */
    public Connection connect() {
        try {
            return open(DATABASE, PATIENT_SECONDS, "");
        } catch (SQLException e) {
            throw new LaunchFailure(process.name() + ": " + e.getMessage(), e);
        }
    }

    /** A connection for a short question, on which no wait is longer than two seconds. */
    Connection quickly(String database) throws SQLException {
        return open(database, QUICK_SECONDS, "");
    }

    /**
     * A connection whose statements may last as long as it takes. Its commits wait for no replica: what the launcher
     * does comes before there are any, and is done again with the next start.
     */
    Connection patiently(String database) throws SQLException {
        return open(database, PATIENT_SECONDS, "-ctransaction_timeout=0 -csynchronous_commit=local");
    }

    private Connection open(String database, int seconds, String options) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(Math.min(seconds, 10)));
        properties.setProperty("loginTimeout", Integer.toString(Math.min(seconds, 10)));
        properties.setProperty("socketTimeout", Integer.toString(seconds));
        properties.setProperty("ApplicationName", "stoa launcher");
        properties.setProperty("options", options);
        return DriverManager.getConnection(url(database), properties);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * The address of the shop's database.
     *
     * @return a JDBC URL without user and password
     */
    public String url() {
        return url(DATABASE);
    }
}
