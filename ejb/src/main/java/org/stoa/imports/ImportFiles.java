package org.stoa.imports;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.stoa.Refusal;
import org.stoa.data.AfterCommit;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;
import org.stoa.job.JobId;
import org.stoa.job.JobType;
import org.stoa.job.Jobs;
import org.stoa.job.Submission;

/**
 * Files in the database, in pieces, until their import ends.
 *
 * <p>Isolation: read committed. Each piece is a transaction of its own, and so is the last step, which makes the file complete and
 * submits its job: a clone that dies before it leaves a file that nobody imports, and {@link ImportSweep} removes it.
 */
@Stateless
public class ImportFiles {
    /** The largest file, in bytes: 256 MiB. */
    public static final long MOST_BYTES = 268_435_456;

    /** The size of a piece, in bytes: 1 MiB. */
    public static final int CHUNK = 1_048_576;

    /** The jobs that import files; they are told the file's id. */
    public static final JobType<UUID> JOB = JobType.of("catalogue-import", 1, UUID.class);

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    @Inject
    private Jobs jobs;

    @Inject
    private ImportSweep sweep;

    @Inject
    private AfterCommit afterCommit;

    /** Begins a file of that name, 1 to 200 characters. */
    public UUID begin(String name) {
        databases.requirePrimary();
        var id = UUID.randomUUID();
        SqlUpdate.of(primary, "insert into import_file (id, name) values (:id, :name)")
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate();
        return id;
    }

    /** Adds the next piece: number 0, 1, ... with 1 to {@link #CHUNK} bytes. */
    public void append(UUID file, int number, byte[] bytes) {
        databases.requirePrimary();
        SqlUpdate.of(primary, "insert into import_chunk (file_id, n, bytes) values (:file, :n, :bytes)")
                .setParameter("file", file)
                .setParameter("n", number)
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    /**
     * Says that all of the file is there, and submits the job that imports it.
     *
     * @throws Refusal conflict: the file was removed meanwhile, because it took too long; unavailable
     */
    public JobId complete(ImportFile file, Optional<Long> submitter) {
        databases.requirePrimary();
        var job = jobs.submit(Submission.of(JOB, file.id()).by(submitter));
        int completed = SqlUpdate.of(primary, """
                        update import_file set job_id = :job, mapping = nullif(:mapping, ''), size = :size,
                               records = :records, submitter = cast(nullif(:submitter, '') as bigint)
                         where id = :id and job_id is null and kept
                        """)
                .setParameter("job", job.value())
                .setParameter("mapping", file.mapping().orElse(""))
                .setParameter("size", file.size())
                .setParameter("records", file.records())
                .setParameter("submitter", submitter.map(String::valueOf).orElse(""))
                .setParameter("id", file.id())
                .executeUpdate();
        if (completed == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "The upload took too long. Please try again.");
        }
        return job;
    }

    /** Removes a file that did not become complete. */
    public void discard(UUID file) {
        SqlUpdate.of(primary, "delete from import_file where id = :id and job_id is null")
                .setParameter("id", file)
                .executeUpdate();
    }

    /** The file, if its pieces are still there; nobody removes them before the caller's transaction ends. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<ImportFile> find(UUID id) {
        return query("select mapping, size, records from import_file where id = :id and kept for share", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new ImportFile(
                        id,
                        Optional.ofNullable(row.get(0, String.class)),
                        row.get(1, Long.class),
                        row.get(2, Long.class)));
    }

    /**
     * Some of its bytes.
     *
     * @param offset where they begin, in bytes, 0 or more
     * @param most how many at most
     * @return fewer where a piece ends; none at the end of the file
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public byte[] read(UUID file, long offset, int most) {
        return query(
                        "select substring(bytes from :first for :most) from import_chunk where file_id = :file and n = :n",
                        byte[].class)
                .setParameter("first", (int) (offset % CHUNK) + 1)
                .setParameter("most", most)
                .setParameter("file", file)
                .setParameter("n", (int) (offset / CHUNK))
                .getResultStream()
                .findFirst()
                .orElse(new byte[0]);
    }

    /** Has the pieces that nobody needs any more removed as soon as the caller's transaction is committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void sweepAfterCommit() {
        afterCommit.execute(sweep::sweep);
    }

    /** Typed, which JPA's own is not. */
    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return primary.unwrap(Session.class).createNativeQuery(sql, type);
    }
}
