package org.stoa.cluster.postgres;

import java.time.Duration;

/**
 * The settings of a server, each with its reason. They are written whole at every start, so this is the one place for
 * them.
 */
final class PostgresSettings {
    private static final String COMMON = """
            # Written by the launcher at every start: change it there.
            port = %d
            listen_addresses = '127.0.0.1'      # the whole cluster is on this machine
            unix_socket_directories = ''        # a path to the state directory may be too long for a socket

            max_connections = 450               # 6 clones with at most 69 each, and some for people; same on replicas
            superuser_reserved_connections = 3
            shared_buffers = 128MB              # the demo shop fits; the rest of the memory belongs to the clones

            wal_level = replica
            hot_standby = on                    # replicas answer reads
            hot_standby_feedback = off          # else a slow replica bloats the busy tables of the primary
            max_wal_senders = 10
            max_replication_slots = 10
            wal_keep_size = 64MB                # a replica without a slot survives a short pause
            max_slot_wal_keep_size = 1GB        # a dead replica must not fill the disk: it is built anew
            wal_receiver_status_interval = 1s   # pg_stat_replication is never older than this
            wal_retrieve_retry_interval = 1s    # a replica finds a primary that was started again within a second

            transaction_timeout = 30s           # a frozen clone must not hold locks or an old snapshot
            idle_in_transaction_session_timeout = 30s
            # statement_timeout is left to the clients: each pool has its own.

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_destination = 'stderr'          # the launcher leads it into postgresql.log
            logging_collector = off
            log_line_prefix = '%%m [%%p] %%q%%u@%%d %%a '
            log_checkpoints = off
            """;

    private static final String SYNCHRONOUS = """

            synchronous_standby_names = 'ANY 1 (*)'   # what was answered survives the loss of one server
            """;

    private static final String REPLICA = """

            primary_slot_name = '%s'
            primary_conninfo = '%s'
            recovery_min_apply_delay = %dms     # ./stoa lag
            """;

    /** All addresses of this machine's loopback: clones may have one of their own. */
    static final String ACCESS = """
            # Written by the launcher at every start: change it there.
            host all         all 127.0.0.0/8 scram-sha-256
            host replication all 127.0.0.0/8 scram-sha-256
            """;

    private PostgresSettings() {}

    static String primary(int port, boolean synchronous) {
        return COMMON.formatted(port) + (synchronous ? SYNCHRONOUS : "");
    }

    static String replica(int port, String slot, int primaryPort, String password, Duration delay) {
        // A walsender that streams is no transaction; its session is told so all the same, lest that ever change.
        var primary = "host=127.0.0.1 port=%d user=%s password=%s application_name=%s options=-ctransaction_timeout=0"
                .formatted(primaryPort, PostgresServer.USER, password, slot);
        return COMMON.formatted(port) + REPLICA.formatted(slot, primary, delay.toMillis());
    }
}
