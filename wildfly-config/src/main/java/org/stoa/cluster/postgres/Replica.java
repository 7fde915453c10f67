package org.stoa.cluster.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** The log that was received and held back has to be applied first. */
    private static final int PROMOTION_SECONDS = 120;

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
        } catch (LaunchFailure e) {
            if (!reused || !primary.accepting()) {
                throw e;
            }
        }
        followAnew(watch);
    }

    /**
     * Waits until it follows the primary, and copies that anew if it doesn't come to.
     *
     * @param watch starts it
     * @throws LaunchFailure if it doesn't follow a primary that answers
     */
    public void followAnew(StartWatch watch) {
        if (follows()) {
            return;
        }
        if (!primary.accepting()) {
            watch.progress().step(process().name() + ": the primary does not answer, showing what was last copied");
            return;
        }
        watch.progress().step(process().name() + ": can't follow the primary with what it has, copying it anew");
        startAnew(watch);
    }

    /**
     * Throws its data away, copies the primary and starts it, whether it runs or not.
     *
     * @param watch starts it
     * @throws LaunchFailure if there is no primary to copy, or it doesn't follow
     */
    public void startAnew(StartWatch watch) {
        if (!primary.accepting()) {
            throw new LaunchFailure(process().name() + ": there is nothing to copy, the primary does not answer");
        }
        process().kill();
        rebuild();
        watch.start(List.of(this));
        if (!follows()) {
            throw new LaunchFailure(process().name() + " does not follow the primary, see " + log().path());
        }
    }

    private boolean follows() {
        return Poll.until(
                        FOLLOW_LIMIT,
                        Duration.ofMillis(100),
                        () -> streaming() || !process().alive() || !primary.accepting())
                && streaming();
    }

    /**
     * Whether it receives what the primary writes.
     *
     * @return false also if it doesn't answer within two seconds
     */
    public boolean streaming() {
        try (var connection = server.quickly("postgres");
                var statement = connection.createStatement();
                var receiver = statement.executeQuery("select from pg_stat_wal_receiver where status = 'streaming'")) {
            return receiver.next();
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * What it has of the primary's log, whether applied or not.
     *
     * @return nothing if it doesn't answer within two seconds, or follows nobody
     */
    public Optional<ReceivedLog> received() {
        // The timeline is read from the names of the log's files: what the control file says is old.
        try (var connection = server.quickly("postgres");
                var statement = connection.createStatement();
                var log = statement.executeQuery("""
                        select (select max(('x' || left(name, 8))::bit(32)::bigint) from pg_ls_waldir()
                                 where name ~ '^[0-9A-F]{24}$'),
                               pg_wal_lsn_diff(
                                   greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), '0/0')::bigint
                         where pg_is_in_recovery()""")) {
            return log.next() ? Optional.of(new ReceivedLog(log.getLong(1), log.getLong(2))) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes it a primary, after it has applied all that it has received; does nothing if it is one already.
     *
     * @param followers who is going to follow it: what they may lack of its log is kept for them
     * @throws LaunchFailure if it doesn't become one
     */
    public void promote(List<Replica> followers) {
        try (var connection = server.patiently("postgres");
                var statement = connection.createStatement()) {
            for (var follower : followers) {
                if (follower.number() != number) {
                    keepLogFor(follower, statement);
                }
            }
            statement.execute("select pg_promote(true, %d) where pg_is_in_recovery()".formatted(PROMOTION_SECONDS));
            try (var primary = statement.executeQuery("select where not pg_is_in_recovery()")) {
                if (!primary.next()) {
                    throw new LaunchFailure(
                            process().name() + " is no primary after " + PROMOTION_SECONDS + " s, see " + log().path());
                }
            }
        } catch (SQLException e) {
            throw new LaunchFailure(process().name() + ": " + e.getMessage(), e);
        }
    }

    private static void keepLogFor(Replica follower, Statement statement) throws SQLException {
        statement.execute("""
                select pg_create_physical_replication_slot('%1$s', true)
                 where not exists (select from pg_replication_slots where slot_name = '%1$s')""".formatted(follower.slot()));
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
