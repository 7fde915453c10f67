package org.stoa.cluster.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Program;
import org.stoa.cluster.process.Progress;
import org.stoa.cluster.process.Signal;

/**
 * The primary: takes every write.
 *
 * @param server its server
 * @param passwordFile holds the password that a new data directory gets
 * @param synchronous whether a commit waits until a replica has it
 */
public record Primary(PostgresServer server, Path passwordFile, boolean synchronous) implements Member {

    @Override
    public MarkedProcess process() {
        return server.process();
    }

    @Override
    public LogFile log() {
        return server.log();
    }

    @Override
    public void launch(Progress progress) {
        server.binaries().unpack(progress);
        if (!Files.exists(server.data())) {
            initialise(progress);
        }
        server.launch(PostgresSettings.primary(server.port(), synchronous));
    }

    /**
     * Where the data of a primary are put aside after a promotion, so that nothing starts it again.
     *
     * @return may not exist
     */
    public Path fencedData() {
        return server.process().directory().resolve("data-fenced");
    }

    private void initialise(Progress progress) {
        if (Files.exists(fencedData())) {
            throw new LaunchFailure("primary: its data are gone, and " + fencedData()
                    + " is what a promotion has put aside: begin anew with ./stoa up --fresh");
        }
        var unfinished = server.process().directory().resolve("data-unfinished");
        var log = server.log().path();
        FileTree.delete(unfinished);
        FileTree.discard(server.data()); // what a kill in the middle of a --fresh may have left
        try {
            Files.createDirectories(server.process().directory());
            // Sorting and case are PostgreSQL's own: the same on every machine, whatever its C library.
            var initdb = server.binaries()
                    .command(
                            "initdb",
                            "-D",
                            unfinished.toString(),
                            "--username=" + PostgresServer.USER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (!Program.run(initdb, Duration.ofSeconds(60), log)) {
                server.log().tail(5).forEach(progress::quote);
                throw new LaunchFailure("primary: initdb failed, see " + log);
            }
            Files.move(unfinished, server.data(), StandardCopyOption.ATOMIC_MOVE);
            progress.step("primary: made an empty database");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready() {
        return server.accepting();
    }

    @Override
    public String work() {
        return "accepting connections on 127.0.0.1:" + server.port();
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Signal farewell() {
        return Signal.INT;
    }

    /**
     * Makes the shop's user, its database and what watches its schema, as far as they aren't there yet. The primary must
     * accept connections.
     */
    public void createDatabase() {
        try (var connection = server.patiently("postgres");
                var statement = connection.createStatement()) {
            if (none(statement, "select from pg_roles where rolname = '" + PostgresServer.SHOP + "'")) {
                statement.execute("create role " + PostgresServer.SHOP + " login");
            }
            // Hashed before it is sent, so that it can't come to stand in the server's log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(PostgresServer.SHOP, server.password().toCharArray(), null);
            if (none(statement, "select from pg_database where datname = '" + PostgresServer.DATABASE + "'")) {
                statement.execute("create database " + PostgresServer.DATABASE);
            }
            statement.execute("alter database " + PostgresServer.DATABASE + " owner to " + PostgresServer.SHOP);
            watchSchema();
        } catch (SQLException e) {
            throw new LaunchFailure("primary: " + e.getMessage(), e);
        }
    }

    /** What only a superuser may do for the shop. */
    private void watchSchema() throws SQLException {
        try (var script = Primary.class.getResourceAsStream("change-of-schema.sql");
                var connection = server.patiently(PostgresServer.DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean none(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /**
     * Drops the slots of replicas that are no longer part of the cluster, which would hold the log back.
     *
     * @param replicas how many replicas the cluster has
     */
    public void dropSlotsBeyond(int replicas) {
        try (var connection = server.patiently("postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_drop_replication_slot(slot_name) from pg_replication_slots
                     where slot_name ~ '^replica_[0-9]+$' and not active
                       and substring(slot_name from '[0-9]+')::int > %d""".formatted(replicas));
        } catch (SQLException e) {
            throw new LaunchFailure("primary: " + e.getMessage(), e);
        }
    }
}
