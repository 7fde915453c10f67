package org.stoa.imports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.stoa.job.JobId;

/**
 * Removes what nobody needs any more, a little at a time.
 *
 * <p>Isolation: read committed, each method a transaction. Clones that clean at once pass over what another one has locked. A
 * clone that dies in the middle leaves the rest to the next.
 */
@Stateless
public class ImportCleaning {
    private static final int BATCH = 20;

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private ImportFiles files;

    /**
     * A file whose pieces are kept, and the job that imports it.
     *
     * @param file the file's id
     * @param job the job's id
     */
    public record Kept(UUID file, JobId job) {}

    /** Removes files that did not become complete within an hour, and all that is known of those that are 30 days old. */
    public void removeOld() {
        primary.createNativeQuery("""
                        delete from import_file where id in (
                            select id from import_file
                             where (job_id is null and created_at < clock_timestamp() - interval '1 hour')
                                or (not kept and created_at < clock_timestamp() - interval '30 days')
                             limit :batch for update skip locked)
                        """).setParameter("batch", BATCH).executeUpdate();
    }

    /** Files whose pieces are kept, the oldest first, up to some dozen. */
    public List<Kept> kept() {
        return primary.unwrap(Session.class)
                .createNativeQuery(
                        "select id, job_id from import_file where kept and job_id is not null order by created_at limit :batch",
                        Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("job_id", UUID.class)
                .setParameter("batch", BATCH)
                .getResultStream()
                .map(row -> new Kept(row.get(0, UUID.class), new JobId(row.get(1, UUID.class))))
                .toList();
    }

    /** Removes the pieces of a file whose job has ended. */
    public void empty(UUID file) {
        files.empty(file);
    }
}
