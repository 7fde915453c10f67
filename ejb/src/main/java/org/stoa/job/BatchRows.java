package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /** Batches that end now and nobody has seen to, some dozen at the most. */
    List<BatchId> over() throws SQLException {
        return primary.run(connection -> {
            try (var query = connection.prepareStatement("""
                    select id from job_batch where called_at is null and not exists (
                           select from job j where j.batch = job_batch.id and j.state in ('ready', 'waiting', 'running'))
                     limit ?
                    """)) {
                query.setInt(1, MOST);
                var over = new ArrayList<BatchId>();
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        over.add(new BatchId(row.getObject(1, UUID.class)));
                    }
                }
                return over;
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
                    JobQueue.find(row.getString(1)).ifPresent(queues::add);
                }
            }
        }
        return queues;
    }
}
