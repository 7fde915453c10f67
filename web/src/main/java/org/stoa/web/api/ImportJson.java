package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.imports.ImportView;
import org.stoa.job.JobView;
import org.stoa.job.Progress;

/**
 * An import.
 *
 * @param id the id of the job that does it
 * @param name what the file was called
 * @param mapping how it is read; left out for what fits its columns
 * @param size of the file, in bytes
 * @param createdAt when it was uploaded, RFC 3339 in UTC
 * @param state ready, running, done, dead or cancelled; left out where the job is not known any more
 * @param progress how far it is
 * @param error why it failed, or left out
 */
@Schema(description = "An import of a catalogue.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJson(
        String id,
        @Schema(examples = "books.csv") String name,
        @Schema(examples = "books") String mapping,
        long size,
        String createdAt,
        @Schema(examples = "running") String state,
        Progress progress,
        String error) {

    static ImportJson of(ImportView view) {
        return new ImportJson(
                view.job().toString(),
                view.name(),
                view.mapping().orElse(null),
                view.size(),
                view.createdAt().toString(),
                view.work()
                        .map(job -> job.state().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                view.work().map(JobView::progress).orElse(null),
                view.work().flatMap(JobView::error).orElse(null));
    }
}
