package org.stoa.web.imports;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stoa.imports.ImportView;
import org.stoa.job.JobView;
import org.stoa.job.Progress;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/**
 * An import as the page of staff lists it.
 *
 * @param job the id of its job
 * @param name what the file was called
 * @param day when it was uploaded, in UTC
 * @param state in words
 * @param counts what became of its rows, or why it failed; perhaps empty
 * @param done rows that are done
 * @param total rows in all; 0 where they are not known
 * @param running whether it goes on
 * @param reported lines that say what is wrong
 */
public record ImportRow(
        String job,
        String name,
        String day,
        String state,
        String counts,
        long done,
        long total,
        boolean running,
        long reported) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Formats.LOCALE);

    static ImportRow of(ImportView view) {
        var work = view.work();
        var progress = work.map(JobView::progress).orElse(Progress.NONE);
        return new ImportRow(
                view.job().toString(),
                view.name(),
                DAY.format(view.createdAt().atOffset(ZoneOffset.UTC)),
                Texts.get("import."
                        + work.map(job -> job.state().name().toLowerCase(Locale.ROOT))
                                .orElse("gone")),
                work.flatMap(JobView::error).orElse(progress.message()),
                progress.done(),
                progress.total(),
                work.map(job -> job.finishedAt().isEmpty()).orElse(false),
                view.reported());
    }
}
