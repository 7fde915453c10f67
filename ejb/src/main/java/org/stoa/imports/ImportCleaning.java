package org.stoa.imports;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.stoa.data.SqlUpdate;

/**
 * Removes what nobody needs any more, a little at a time.
 *
 * <p>Isolation: read committed, each method a transaction, and short however large the file is. Clones that clean at once pass
 * over what another one has locked. A clone that dies in the middle leaves the rest to the next.
 */
@Stateless
public class ImportCleaning {
    private static final int FILES = 20;
    private static final int KEYS = 5_000;

    /** Of up to 1 MiB each. */
    private static final int CHUNKS = 16;

    private static final String GIVEN_UP = " and exists (select from import_file where id = :file and not kept)";

    @PersistenceContext
    private EntityManager primary;

    /**
     * Files whose pieces nobody needs: their job has ended, or they did not become complete within an hour, or somebody began to
     * remove them and died; up to some dozen.
     */
    public List<UUID> unneeded() {
        return ids("""
                select f.id from import_file f left join job j on j.id = f.job_id
                 where (f.kept and f.job_id is not null and (j.id is null or j.finished_at is not null))
                    or (f.job_id is null and f.created_at < clock_timestamp() - interval '1 hour')
                    or (not f.kept and f.job_id is not null
                        and (exists (select from import_chunk c where c.file_id = f.id)
                             or exists (select from import_key k where k.file_id = f.id)))
                 order by f.created_at limit :most
                """);
    }

    /** Files that are 30 days old; up to some dozen. */
    public List<UUID> old() {
        return ids("""
                select id from import_file
                 where not kept and job_id is not null and created_at < clock_timestamp() - interval '30 days'
                 order by created_at limit :most
                """);
    }

    /**
     * Says that nobody will need the pieces of a file any more, before the first of them is removed: a job that is tried again
     * finds all of them, or is told that they are gone.
     */
    public void giveUp(UUID file) {
        change("""
                update import_file set kept = false where id = :file and kept and not exists (
                       select from job j where j.id = import_file.job_id and j.finished_at is null)
                """, file);
    }

    /** Removes some of what its rows have named, once it is given up; whether there may be more. */
    public boolean removeKeys(UUID file) {
        int removed = change(
                "delete from import_key where ctid in (select ctid from import_key where file_id = :file" + GIVEN_UP
                        + " limit " + KEYS + " for update skip locked)",
                file);
        return removed == KEYS;
    }

    /** Removes some of its pieces, once it is given up; whether there may be more. */
    public boolean removeChunks(UUID file) {
        int removed = change(
                "delete from import_chunk where file_id = :file and n in (select n from import_chunk where file_id = :file"
                        + GIVEN_UP + " order by n limit " + CHUNKS + " for update skip locked)",
                file);
        return removed == CHUNKS;
    }

    /** Once its pieces are gone: forgets a file that never was complete; of others what was refused is kept. */
    public void finish(UUID file) {
        change(
                "delete from import_file where id = :file and job_id is null and not kept"
                        + " and not exists (select from import_chunk where file_id = :file)"
                        + " and not exists (select from import_key where file_id = :file)",
                file);
    }

    /** Removes all that is known of an old file, with up to 10,000 lines of what was refused. */
    public void forget(UUID file) {
        change("delete from import_file where id = :file and not kept", file);
    }

    private List<UUID> ids(String sql) {
        return primary.unwrap(Session.class)
                .createNativeQuery(sql, UUID.class)
                .setParameter("most", FILES)
                .getResultList();
    }

    private int change(String sql, UUID file) {
        return SqlUpdate.of(primary, sql).setParameter("file", file).executeUpdate();
    }
}
