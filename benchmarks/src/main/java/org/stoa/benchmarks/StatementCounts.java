package org.stoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.stoa.cluster.postgres.PostgresServer;

/** How often the shop's statements were run, as PostgreSQL's own extension pg_stat_statements counts them. */
final class StatementCounts {
    /** By the account of the clones: neither those of this program nor those of replication. */
    private static final String COUNTS = "select query, sum(calls) from pg_stat_statements"
            + " where userid = (select oid from pg_roles where rolname = '" + PostgresServer.SHOP
            + "') group by query";

    private StatementCounts() {}

    /** From now on they are counted; the databases are restarted for that. */
    static void begin(BenchmarkShop shop) throws SQLException {
        shop.configureDatabases("shared_preload_libraries", "pg_stat_statements");
        try (var primary = shop.connect("primary");
                var statement = primary.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** The times that each was run, by its text. */
    static Map<String, Double> of(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(COUNTS)) {
            var counts = new HashMap<String, Double>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getDouble(2));
            }
            return counts;
        }
    }
}
