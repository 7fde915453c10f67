package org.stoa.cluster.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.stoa.cluster.process.FileTree;

/**
 * A copy of a running primary's data directory, taken as "Making a Base Backup Using the Low Level API" in PostgreSQL's
 * documentation describes.
 */
final class BaseBackup {
    /** Directories whose content means nothing to another server; they must exist, though. */
    private static final Set<Path> EMPTY = Set.copyOf(List.of(
            Path.of("pg_wal"),
            Path.of("pg_replslot"),
            Path.of("pg_dynshmem"),
            Path.of("pg_notify"),
            Path.of("pg_serial"),
            Path.of("pg_snapshots"),
            Path.of("pg_stat_tmp"),
            Path.of("pg_subtrans")));

    private static final Path CONTROL = Path.of("global", "pg_control");

    private BaseBackup() {}

    /**
     * Copies the primary.
     *
     * @param primary must accept connections
     * @param slot made anew, so that the primary keeps its log from here on
     * @param data the copy; must not exist, its parent must
     */
    static void take(PostgresServer primary, String slot, Path data) throws SQLException, IOException {
        // Before anything is in it: the copy holds what nobody else may read, and PostgreSQL insists on it.
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // One session for all of it: the backup ends with the session that began it.
        try (var connection = primary.patiently("postgres");
                var statement = connection.createStatement()) {
            renew(slot, statement);
            statement.execute("select pg_backup_start('" + slot + "', true)");
            FileTree.copy(primary.data(), data, BaseBackup::belongs);
            Files.copy(primary.data().resolve(CONTROL), data.resolve(CONTROL), StandardCopyOption.REPLACE_EXISTING);
            try (var stop = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stop.next();
                Files.writeString(data.resolve("backup_label"), stop.getString(1));
            }
        }
        Files.writeString(data.resolve("standby.signal"), "");
    }

    private static void renew(String slot, Statement statement) throws SQLException {
        // The sender of a replica that was killed a moment ago may still hold the slot.
        statement.execute("""
                select pg_terminate_backend(active_pid, 5000) from pg_replication_slots
                 where slot_name = '%s' and active""".formatted(slot));
        statement.execute("""
                select pg_drop_replication_slot(slot_name) from pg_replication_slots
                 where slot_name = '%s'""".formatted(slot));
        statement.execute("select pg_create_physical_replication_slot('" + slot + "', true)");
    }

    private static boolean belongs(Path path) {
        var parent = path.getParent();
        var name = path.getFileName().toString();
        return !(parent != null && EMPTY.contains(parent))
                && !path.equals(CONTROL) // the last to be copied, see above
                && !name.startsWith("postmaster.")
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }
}
