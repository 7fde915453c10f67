package org.stoa.workers.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.Refusal;
import org.stoa.catalogue.CatalogueMerge;
import org.stoa.catalogue.ImportedProduct.Outcome;
import org.stoa.imports.BadValue;
import org.stoa.imports.ImportFile;
import org.stoa.imports.ImportFiles;
import org.stoa.imports.ImportRows;
import org.stoa.imports.ImportRows.Named;
import org.stoa.imports.Mapping;
import org.stoa.imports.Mappings;
import org.stoa.imports.RowMapping;
import org.stoa.job.JobType;
import org.stoa.job.JobWork;
import org.stoa.job.Progress;
import org.stoa.workers.imports.RecordReader.Position;

/**
 * Imports a catalogue from a CSV file, some hundred rows a step. Good rows are taken though others are refused; a file whose
 * header is wrong is refused as a whole. The file names each product once; what is named again is refused.
 */
@ApplicationScoped
public class CatalogueImportWork implements JobWork<UUID> {
    /** As many lines of what is wrong are kept; the rest is only counted. */
    static final long MOST_REPORTED = 10_000;

    @Inject
    private ImportFiles files;

    @Inject
    private ImportRows rows;

    @Inject
    private CatalogueMerge catalogue;

    @Override
    public JobType<UUID> type() {
        return ImportFiles.JOB;
    }

    @Override
    public StepResult step(Step<UUID> step) {
        var file = file(step.payload());
        try {
            return step(file, Optional.ofNullable(step.checkpoint()).map(Checkpoint::read));
        } catch (IOException e) {
            throw new UncheckedIOException("A file in the database can't fail to be read in this way", e);
        }
    }

    private ImportFile file(UUID id) {
        return files.find(id)
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.INVALID, "The file is not kept any more. Please upload it again."));
    }

    private StepResult step(ImportFile file, Optional<Checkpoint> checkpoint) throws IOException {
        var head = reader(file, Position.START);
        var header = header(file, head);
        var before = checkpoint.orElseGet(
                () -> Checkpoint.at(head.position(), file.mapping().orElseGet(() -> Mappings.fitting(header))));
        var mapping = mapping(before.mapping());
        var rowMapping = new RowMapping(mapping, header);
        if (checkpoint.isEmpty()) {
            mapping.categories().forEach(one -> catalogue.requireCategory(one.slug(), one.name(), one.description()));
        }
        var batch = RowBatch.read(reader(file, before.position()), rowMapping, before.rows());
        requireWhole(file, batch);
        batch.refuseCategories(catalogue.categories(batch.categories()));
        batch.refuseRepeated(rows.name(
                file.id(),
                batch.named().stream()
                        .map(row -> new Named(row.product().sku().value(), row.number()))
                        .toList()));
        var good = batch.good().stream().map(RowBatch.Row::product).toList();
        var outcome = good.isEmpty() ? new Outcome(0, 0) : catalogue.merge(good, rowMapping.defaults());
        var reported = batch.refusals().stream()
                .limit(MOST_REPORTED - before.reported())
                .toList();
        rows.refuse(file.id(), reported);
        if (batch.isLast()) {
            files.sweepAfterCommit();
        }
        return result(file, before, after(before, batch, outcome, reported.size()), batch.isLast());
    }

    /** A clone of another release may have chosen it. */
    private static Mapping mapping(String name) {
        return Mappings.find(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNAVAILABLE, "Mapping " + name + " is not known to the clone that tried."));
    }

    /** A piece that is missing must not look like the end of the file. */
    private static void requireWhole(ImportFile file, RowBatch batch) {
        if (batch.isLast() && batch.end().offset() != file.size()) {
            throw new IllegalStateException("File %s ends at byte %d and not at %d"
                    .formatted(file.id(), batch.end().offset(), file.size()));
        }
    }

    private RecordReader reader(ImportFile file, Position position) {
        return new RecordReader(
                new FileBytes((offset, most) -> files.read(file.id(), offset, most), position.offset()), position);
    }

    /** The names of the columns. */
    private static List<String> header(ImportFile file, RecordReader reader) throws IOException {
        var first = reader.next().orElseThrow(() -> noHeader(file, reader));
        try {
            return CsvCells.of(first).stream().map(String::strip).toList();
        } catch (BadValue e) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "The first row should name the columns, but can't be read. " + e.getMessage(),
                    e);
        }
    }

    private static RuntimeException noHeader(ImportFile file, RecordReader reader) {
        if (!reader.isAtEnd()) {
            return new Refusal(Refusal.Kind.INVALID, "The first row should name the columns, but is empty.");
        }
        return reader.position().offset() == file.size()
                ? new Refusal(Refusal.Kind.INVALID, "The file is empty.")
                : new IllegalStateException("The first piece of file " + file.id() + " is missing");
    }

    private static Checkpoint after(Checkpoint before, RowBatch batch, Outcome outcome, int reported) {
        return new Checkpoint(
                before.rows() + batch.rows(),
                before.created() + outcome.created(),
                before.updated() + outcome.updated(),
                before.unchanged() + batch.good().size() - outcome.created() - outcome.updated(),
                before.refused() + batch.refused(),
                before.reported() + reported,
                batch.end().offset(),
                batch.end().line(),
                before.mapping());
    }

    private static StepResult result(ImportFile file, Checkpoint before, Checkpoint now, boolean last) {
        long total = last ? now.rows() : Math.max(file.records(), now.rows());
        var message = "%d new, %d changed, %d as they were, %d refused"
                .formatted(now.created(), now.updated(), now.unchanged(), now.refused());
        return new StepResult(now.write(), new Progress(now.rows(), total, message), last, lines(before, now));
    }

    private static List<String> lines(Checkpoint before, Checkpoint now) {
        if (now.rows() == before.rows()) {
            return List.of();
        }
        return List.of("Rows %d to %d: %d new, %d changed, %d refused"
                .formatted(
                        before.rows() + 1,
                        now.rows(),
                        now.created() - before.created(),
                        now.updated() - before.updated(),
                        now.refused() - before.refused()));
    }
}
