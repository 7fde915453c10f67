package org.stoa.cluster.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.Progress;
import org.stoa.cluster.process.Signal;
import org.stoa.cluster.process.StartWatch;

/**
 * A replica: follows the primary's log and answers reads.
 *
 * @param server its server
 * @param number from 1
 * @param primary whom it follows
 * @param delay how long it holds each change back
 */
public record Replica(PostgresServer server, int number, PostgresServer primary, Duration delay) implements Member {
    private static final Duration FOLLOW_LIMIT = Duration.ofSeconds(20);

    @Override
    public MarkedProcess process() {
        return server.process();
    }

    @Override
    public LogFile log() {
        return server.log();
    }

    /** {@inheritDoc} Copies the primary first if there is nothing here that could go on. */
    @Override
    public void launch(Progress progress) {
        server.binaries().unpack(progress);
        if (!Files.exists(server.data())) {
            rebuild();
            progress.step(process().name() + ": copied from the primary");
        } else if (primary.accepting() && !slotUsable()) {
            progress.step(process().name() + ": the primary no longer has the log it needs, copying it anew");
            rebuild();
        }
        server.launch(settings());
    }

    private boolean slotUsable() {
        try (var connection = primary.quickly("postgres");
                var statement = connection.createStatement();
                var slot = statement.executeQuery("""
                        select from pg_replication_slots
                         where slot_name = '%s' and wal_status <> 'lost'""".formatted(slot()))) {
            return slot.next();
        } catch (SQLException e) {
            throw new LaunchFailure(primary.process().name() + ": " + e.getMessage(), e);
        }
    }

    /** Throws its data away and copies the primary. The replica must not run. */
    private void rebuild() {
        var unfinished = server.process().directory().resolve("data-unfinished");
        try {
            FileTree.delete(unfinished);
            Files.createDirectories(server.process().directory());
            BaseBackup.take(primary, slot(), unfinished);
            FileTree.discard(server.data());
            Files.move(unfinished, server.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw new LaunchFailure(
                    server.process().name() + ": can't copy the primary (" + e.getMessage() + "), is it running?", e);
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
     * Starts it, and copies the primary anew if with the data it has it doesn't come to follow.
     *
     * @param watch starts it
     * @throws LaunchFailure if it doesn't follow a primary that answers
     */
    public void start(StartWatch watch) {
        var reused = Files.exists(server.data());
        try {
            watch.start(List.of(this));
            if (follows()) {
                return;
            }
        } catch (LaunchFailure e) {
            if (!reused || !primary.accepting()) {
                throw e;
            }
        }
        if (!primary.accepting()) {
            watch.progress().step(process().name() + ": the primary does not answer, showing what was last copied");
            return;
        }
        watch.progress().step(process().name() + ": can't follow the primary with what it has, copying it anew");
        process().kill();
        rebuild();
        watch.start(List.of(this));
        if (!follows()) {
            throw new LaunchFailure(process().name() + " does not follow the primary, see " + log().path());
        }
    }

    private boolean follows() {
        return Poll.until(FOLLOW_LIMIT, Duration.ofMillis(100), () -> streaming() || !primary.accepting())
                && streaming();
    }

    private boolean streaming() {
        try (var connection = server.quickly("postgres");
                var statement = connection.createStatement();
                var receiver = statement.executeQuery("select from pg_stat_wal_receiver where status = 'streaming'")) {
            return receiver.next();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Takes over {@link #delay}, at once if it runs, else with its next start. */
    public void holdBack() {
        if (Files.exists(server.data())) {
            server.write(settings());
            server.reload();
        }
    }

    private String settings() {
        return PostgresSettings.replica(server.port(), slot(), primary.port(), server.password(), delay);
    }

    private String slot() {
        return "replica_" + number;
    }

    /**
     * How far it is behind.
     *
     * @return nothing known if it or the primary doesn't answer within two seconds
     */
    public ReplicationLag lag() {
        return ReplicationLag.measure(primary, server);
    }
}
