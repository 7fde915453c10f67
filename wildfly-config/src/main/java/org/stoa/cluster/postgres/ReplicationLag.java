package org.stoa.cluster.postgres;

import java.sql.SQLException;

/**
 * How far a replica is behind.
 *
 * @param bytes of the primary's flushed log that it hasn't applied; null if unknown
 * @param millis since the commit that it applied last, so an upper bound in milliseconds; 0 if nothing is missing; null
 *     if unknown
 */
public record ReplicationLag(Long bytes, Long millis) {
    /** Somebody didn't answer. */
    public static final ReplicationLag UNKNOWN = new ReplicationLag(null, null);

    static ReplicationLag measure(PostgresServer primary, PostgresServer replica) {
        try (var atPrimary = primary.quickly("postgres");
                var atReplica = replica.quickly("postgres");
                var ask = atPrimary.createStatement();
                var compare = atReplica.prepareStatement("""
                        select greatest(0, pg_wal_lsn_diff(?::pg_lsn, pg_last_wal_replay_lsn()))::bigint,
                               (extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint
                        """)) {
            var position = ask.executeQuery("select pg_current_wal_flush_lsn()::text");
            position.next();
            compare.setString(1, position.getString(1));
            var lag = compare.executeQuery();
            lag.next();
            var bytes = lag.getLong(1);
            var millis = lag.getObject(2, Long.class);
            return new ReplicationLag(bytes, bytes == 0 ? Long.valueOf(0) : millis);
        } catch (SQLException e) {
            return UNKNOWN;
        }
    }
}
