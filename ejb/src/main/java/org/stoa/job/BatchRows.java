package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.stoa.data.PrimaryStatements;

/** The rows of batches as workers and the sweep change them, each method one statement and one transaction. */
@ApplicationScoped
class BatchRows {
    /** How long a batch is known that has ended. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST = 100;

    @Inject
    private PrimaryStatements primary;

    /** Submits what a batch ends with, if it ends now; the queue of that job, or none. */
    Set<JobQueue> end(BatchId batch) throws SQLException {
        return primary.run(connection -> {
            try (var end = connection.prepareStatement("select call_back(?)")) {
                end.setObject(1, batch.value());
                return queues(end);
            }
        });
    }

    /** The same for all batches that end now and nobody has seen to; the queues of those jobs. */
    Set<JobQueue> endAll() throws SQLException {
        return primary.run(connection -> {
            try (var end = connection.prepareStatement("""
                    select call_back(b.id)
                      from (select id from job_batch where called_at is null and not exists (
                                select from job j where j.batch = job_batch.id
                                   and j.state in ('ready', 'waiting', 'running')) limit ?) b
                    """)) {
                end.setInt(1, MOST);
                return queues(end);
            }
        });
    }

    /** Forgets those that ended long ago. */
    int forget() throws SQLException {
        return primary.update(
                "delete from job_batch where called_at < statement_timestamp() - ? * interval '1 ms'",
                (connection, delete) -> delete.setLong(1, KEPT.toMillis()));
    }

    private static Set<JobQueue> queues(PreparedStatement query) throws SQLException {
        var queues = EnumSet.noneOf(JobQueue.class);
        try (var row = query.executeQuery()) {
            while (row.next()) {
                if (row.getString(1) != null) {
                    queues.add(JobQueue.fromString(row.getString(1)));
                }
            }
        }
        return queues;
    }
}
