package org.stoa.system.jobs;

import java.sql.SQLException;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterStatus.CloneStatus;
import org.stoa.system.faults.Garden;

/** A bug in all clones and in the database, until it is closed. */
final class BugPlanter implements AutoCloseable {
    private static final String DEFINITION = "select pg_get_functiondef('call_back(uuid)'::regprocedure)";

    private final Cluster cluster;
    private final Garden garden;
    private final List<String> clones;
    private String restored;

    /** Plants it. */
    BugPlanter(Cluster cluster, Bug bug) throws SQLException {
        this.cluster = cluster;
        this.garden = new Garden(cluster);
        this.clones = cluster.status().clones().stream().map(CloneStatus::name).toList();
        try {
            if (!bug.cuts().isEmpty()) {
                clones.forEach(clone -> garden.plant(clone, bug.cuts()));
            }
            if (bug.leftOut().isPresent()) {
                leaveOut(bug.leftOut().get());
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void leaveOut(String statement) throws SQLException {
        try (var primary = cluster.connect("primary");
                var change = primary.createStatement();
                var row = change.executeQuery(DEFINITION)) {
            row.next();
            var definition = row.getString(1);
            var changed = definition.replace(statement, "");
            if (changed.equals(definition)) {
                throw new IllegalStateException("Not found in " + definition + ": " + statement);
            }
            restored = definition;
            change.execute(changed);
        }
    }

    @Override
    public void close() throws SQLException {
        clones.forEach(garden::weed);
        if (restored != null) {
            try (var primary = cluster.connect("primary");
                    var change = primary.createStatement()) {
                change.execute(restored);
            }
        }
    }
}
