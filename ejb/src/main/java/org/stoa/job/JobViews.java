package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.stoa.data.Reads;

/** Jobs as they are shown. Read from the primary: who watches a job must not see an older state of it than before. */
@ApplicationScoped
public class JobViews {
    @Inject
    private Reads reads;

    /**
     * A job, or empty if there is none.
     *
     * @throws org.stoa.Refusal unavailable: the primary does not answer
     */
    public Optional<JobView> find(JobId id) {
        return reads.readPrimary(session -> session.createNativeQuery("""
                        select type, state, done, total, message, attempts, error, submitter, created_at, finished_at,
                               case when state = 'done' then cast(checkpoint as text) end as result
                          from job where id = :id
                        """, Tuple.class)
                .addScalar("type", String.class)
                .addScalar("state", String.class)
                .addScalar("done", Long.class)
                .addScalar("total", Long.class)
                .addScalar("message", String.class)
                .addScalar("attempts", Integer.class)
                .addScalar("error", String.class)
                .addScalar("submitter", Long.class)
                .addScalar("created_at", Instant.class)
                .addScalar("finished_at", Instant.class)
                .addScalar("result", String.class)
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(row -> view(id, row)));
    }

    private static JobView view(JobId id, Tuple row) {
        return new JobView(
                id,
                row.get("type", String.class),
                JobState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                new Progress(
                        row.get("done", Long.class), row.get("total", Long.class), row.get("message", String.class)),
                row.get("attempts", Integer.class),
                Optional.ofNullable(row.get("error", String.class)),
                Optional.ofNullable(row.get("submitter", Long.class)),
                row.get("created_at", Instant.class),
                Optional.ofNullable(row.get("finished_at", Instant.class)),
                Optional.ofNullable(row.get("result", String.class)));
    }
}
