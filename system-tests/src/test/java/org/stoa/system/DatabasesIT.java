package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.Installation;
import org.stoa.cluster.process.LaunchFailure;

/** A primary and two replicas of their own, replicated synchronously, without a shop. */
class DatabasesIT {
    private static final int PORT = 13_580;

    @TempDir
    private static Path state;

    private static Cluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = new Cluster(Installation.of(Path.of(System.getProperty("stoa.root"))), state);
        cluster.upDatabases(new ClusterOptions(1, 2, PORT, true, false).synchronously(), System.out::println);
        execute("create table written (id int primary key)");
        execute("create table change (xid xid8 default pg_current_xact_id(), tags text[] not null)");
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void what_was_answered_survives_two_promotions_in_a_row() throws Exception {
        var answered = ConcurrentHashMap.<Integer>newKeySet();
        var next = new AtomicInteger();
        var enough = new AtomicBoolean();
        var writers = Executors.newFixedThreadPool(4);
        try {
            for (var writer = 0; writer < 4; writer++) {
                writers.submit(() -> write(next, answered, enough));
            }
            for (var promotion = 1; promotion <= 2; promotion++) {
                awaitMore(answered);
                cluster.promote(System.out::println);
            }
            awaitMore(answered);
        } finally {
            enough.set(true);
            writers.shutdown();
        }
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        try (var connection = cluster.connect("primary");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from written")) {
            while (rows.next()) {
                answered.remove(rows.getInt(1));
            }
        }
        assertThat(answered).as("was answered, and is lost").isEmpty();
        for (var replica : new String[] {"replica-1", "replica-2"}) {
            awaitFollowing(replica);
        }
    }

    private static void write(AtomicInteger next, Set<Integer> answered, AtomicBoolean enough) {
        while (!enough.get()) {
            try (var connection = cluster.connect("primary");
                    var insert = connection.prepareStatement("insert into written values (?)")) {
                while (!enough.get()) {
                    var id = next.incrementAndGet();
                    insert.setInt(1, id);
                    insert.executeUpdate();
                    answered.add(id);
                }
            } catch (SQLException | LaunchFailure primaryIsAway) {
                continue;
            }
        }
    }

    private static void awaitMore(Set<Integer> answered) {
        var before = answered.size();
        Shop.await("more is written", () -> answered.size() >= before + 100);
    }

    @Test
    void a_promotion_whose_launcher_died_is_brought_to_an_end_by_who_starts_the_primary() throws Exception {
        var before = writeAnother();
        cluster.kill("primary");
        Files.writeString(state.resolve("promotion"), "replica-2 chosen\n");

        cluster.start("primary");

        assertThat(number(
                        "primary",
                        "select count(*) from written where id = " + before + " and not pg_is_in_recovery()"))
                .isEqualTo(1);
        assertThat(cluster.running()).doesNotContain("replica-2");
        assertThat(cluster.directory("primary").resolve("data-fenced")).isDirectory();
        cluster.start("replica-2");
        awaitFollowing("replica-1");
        awaitFollowing("replica-2");
        assertThat(state.resolve("promotion")).doesNotExist();
    }

    @Test
    void a_replica_can_be_built_anew() throws Exception {
        cluster.rebuild("replica-1", System.out::println);
        awaitFollowing("replica-1");
    }

    @Test
    void whoever_changes_the_schema_of_the_shop_changes_all() throws Exception {
        execute("delete from change");

        execute("create table shown (id int)");
        assertThat(changesOfAll()).isEqualTo(1);
        execute("drop table shown");
        assertThat(changesOfAll()).isEqualTo(1);
        execute("create temp table mine (id int); drop table mine");
        assertThat(changesOfAll()).isZero();
    }

    private static long changesOfAll() throws SQLException {
        try {
            return number("primary", "select count(*) from change where tags = array['*']");
        } finally {
            execute("delete from change");
        }
    }

    private static void awaitFollowing(String replica) throws SQLException {
        var id = writeAnother();
        Shop.await(
                replica + " follows",
                () -> number(replica, "select count(*) from written where id = " + id + " and pg_is_in_recovery()")
                        == 1);
    }

    /** Below zero, where the writers don't write. */
    private static long writeAnother() throws SQLException {
        return number("primary", "insert into written select least(min(id), 0) - 1 from written returning id");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = cluster.connect("primary");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String server, String sql) throws SQLException {
        try (var connection = cluster.connect(server);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
