package org.stoa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.Refusal;
import org.stoa.data.Reads;
import org.stoa.job.JobId;
import org.stoa.job.JobViews;

/** Imports as they are shown. Read from the primary: who watches one must not see an older state of it than before. */
@ApplicationScoped
public class ImportViews {
    /** The most that are listed. */
    public static final int MOST = 20;

    // The checkpoint of an import says how many lines of what is wrong are kept.
    private static final String RECENT = "select " + JobViews.COLUMNS + """
            , f.job_id, f.name, f.mapping, f.size, f.created_at as uploaded_at,
            coalesce(cast(j.checkpoint ->> 'reported' as bigint), 0) as reported
              from import_file f left join every_job j on j.id = f.job_id where f.job_id is not null
             order by f.created_at desc limit :most
            """;

    @Inject
    private Reads reads;

    @Inject
    private JobViews jobs;

    /** The latest, the newest first. */
    public List<ImportView> recent() {
        var recent = reads
                .readPrimary(session -> JobViews.typed(session.createNativeQuery(RECENT, Tuple.class))
                        .addScalar("job_id", UUID.class)
                        .addScalar("name", String.class)
                        .addScalar("mapping", String.class)
                        .addScalar("size", Long.class)
                        .addScalar("uploaded_at", Instant.class)
                        .addScalar("reported", Long.class)
                        .setParameter("most", MOST)
                        .list())
                .stream()
                .map(ImportViews::view)
                .toList();
        jobs.shown(
                recent.stream().map(ImportView::work).flatMap(Optional::stream).toList());
        return recent;
    }

    private static ImportView view(Tuple row) {
        var job = new JobId(row.get("job_id", UUID.class));
        return new ImportView(
                job,
                row.get("name", String.class),
                Optional.ofNullable(row.get("mapping", String.class)),
                row.get("size", Long.class),
                row.get("uploaded_at", Instant.class),
                row.get("reported", Long.class),
                Optional.ofNullable(row.get("state", String.class)).map(known -> JobViews.view(job, row)));
    }

    /**
     * What was wrong with the rows of an import so far, in their order; up to 10,000.
     *
     * @throws Refusal not found: there is no such import, or it is older than 30 days
     */
    public List<RowRefusal> refusals(JobId job) {
        return reads.readPrimary(session -> {
            var file = session.createNativeQuery("select id from import_file where job_id = :job", UUID.class)
                    .setParameter("job", job.value())
                    .uniqueResultOptional()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no such import."));
            return session.createNativeQuery("""
                            select row_number, line_number, column_name, reason, value from import_refusal
                             where file_id = :file order by row_number, column_name
                            """, Tuple.class).setParameter("file", file).list().stream()
                    .map(row -> new RowRefusal(
                            row.get(0, Long.class),
                            row.get(1, Long.class),
                            row.get(2, String.class),
                            row.get(3, String.class),
                            row.get(4, String.class)))
                    .toList();
        });
    }
}
