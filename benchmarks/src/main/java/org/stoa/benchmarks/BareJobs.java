package org.stoa.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.stoa.job.JobQueue;

/**
 * Jobs done by nothing but a connection: the claim, which is a commit of its own, and the transaction of the step, which is the
 * insert and the completion, with the statements of the engine.
 */
final class BareJobs implements Callable<Integer>, AutoCloseable {
    /** No clone knows them. */
    static final String TYPE = "trial-bare";

    private final Connection primary;
    private final PreparedStatement claim;
    private final PreparedStatement note;
    private final PreparedStatement complete;

    BareJobs(Connection primary, JobQueue queue) throws SQLException {
        this.primary = primary;
        claim = primary.prepareStatement("""
                    select id, epoch, type, attempts, cast(payload as text), cast(checkpoint as text), done, total, message,
                           cast(extract(epoch from clock_timestamp() - started_at) * 1000 as bigint), batch
                      from claim_job(?, cast(? as jsonb), 'bare', interval '10 s')
                    """);
        claim.setString(1, queue.key());
        claim.setString(2, "{\"" + TYPE + "\": 1}");
        note = primary.prepareStatement("insert into trial_note (job, text) values (?, ?)");
        complete = primary.prepareStatement("""
                    update job set checkpoint = cast(? as jsonb), done = ?, total = ?, message = ?, error = null, attempts = 1,
                           busy_since = null, state = 'done', lease_until = null, finished_at = clock_timestamp()
                     where id = ? and epoch = ? and state = 'running'
                    """);
    }

    /** Does all that are due; returns how many. */
    @Override
    public Integer call() throws SQLException {
        int done = 0;
        while (doOne()) {
            done++;
        }
        return done;
    }

    private boolean doOne() throws SQLException {
        primary.setAutoCommit(true);
        try (var job = claim.executeQuery()) {
            if (!job.next()) {
                return false;
            }
            primary.setAutoCommit(false);
            var id = job.getObject(1, UUID.class);
            note.setObject(1, id);
            note.setString(2, job.getString(5));
            note.executeUpdate();
            complete(id, job.getObject(2, UUID.class));
            primary.commit();
            return true;
        }
    }

    private void complete(UUID id, UUID epoch) throws SQLException {
        complete.setString(1, "{}");
        complete.setLong(2, 0);
        complete.setLong(3, 0);
        complete.setString(4, "");
        complete.setObject(5, id);
        complete.setObject(6, epoch);
        complete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        primary.close();
    }
}
