package org.stoa.workers.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoa.catalogue.ImportedProduct;
import org.stoa.imports.BadValue;
import org.stoa.imports.RowMapping;
import org.stoa.imports.RowRefusal;
import org.stoa.workers.imports.RecordReader.Position;
import org.stoa.workers.imports.RecordReader.RawRecord;

/** The rows of one step: what is good of them, and what is wrong with the others. */
final class RowBatch {
    /** Rows in a step. */
    static final int MOST_ROWS = 500;

    /** Bytes in a step, about; rows may be long. */
    private static final long MOST_BYTES = 2_097_152;

    private final Map<String, Row> bySku = new LinkedHashMap<>();
    private final List<RowRefusal> refusals = new ArrayList<>();
    private long rows;
    private long refused;
    private boolean atEnd;
    private Position end;

    /**
     * A row that is good so far.
     *
     * @param number 1 or more
     * @param line where it begins
     * @param product what it says
     */
    record Row(long number, long line, ImportedProduct product) {}

    /**
     * Reads them.
     *
     * @param before how many rows came before them
     */
    static RowBatch read(RecordReader reader, RowMapping mapping, long before) throws IOException {
        var batch = new RowBatch();
        long limit = reader.position().offset() + MOST_BYTES;
        while (batch.rows < MOST_ROWS && reader.position().offset() < limit) {
            var record = reader.next();
            if (record.isEmpty()) {
                batch.atEnd = true;
                break;
            }
            batch.rows++;
            batch.add(record.get(), mapping, before + batch.rows);
        }
        batch.end = reader.position();
        return batch;
    }

    private void add(RawRecord record, RowMapping mapping, long number) {
        long line = record.begin().line();
        int before = refusals.size();
        try {
            var product = mapping.product(number, line, CsvCells.of(record), refusals);
            product.ifPresent(good -> add(new Row(number, line, good)));
        } catch (BadValue e) {
            refusals.add(new RowRefusal(number, line, "", e.getMessage(), ""));
        }
        refused += refusals.size() > before ? 1 : 0;
    }

    private void add(Row row) {
        var sku = row.product().sku().value();
        var first = bySku.putIfAbsent(sku, row);
        if (first != null) {
            refusals.add(repeated(row, first.number()));
        }
    }

    private static RowRefusal repeated(Row row, long first) {
        var sku = row.product().sku().value();
        return new RowRefusal(
                row.number(), row.line(), "", "Row %d names the same product already.".formatted(first), sku);
    }

    /** Takes those out whose category does not exist. */
    void refuseCategories(Set<String> existing) {
        for (var row : List.copyOf(bySku.values())) {
            var category = row.product().category();
            if (category.isPresent() && !existing.contains(category.get())) {
                take(
                        row,
                        new RowRefusal(
                                row.number(), row.line(), "category", "There is no such category.", category.get()));
            }
        }
    }

    /** Takes those out that an earlier row of the file has named, by SKU. */
    void refuseRepeated(Map<String, Long> firstRows) {
        firstRows.forEach((sku, first) -> {
            var row = bySku.get(sku);
            take(row, repeated(row, first));
        });
    }

    private void take(Row row, RowRefusal refusal) {
        bySku.remove(row.product().sku().value());
        refusals.add(refusal);
        refused++;
    }

    /** The slugs of the categories that are named. */
    List<String> categories() {
        return bySku.values().stream()
                .map(row -> row.product().category())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    List<Row> good() {
        return List.copyOf(bySku.values());
    }

    List<RowRefusal> refusals() {
        return refusals;
    }

    long rows() {
        return rows;
    }

    long refused() {
        return refused;
    }

    /** Whether there are no rows after these. */
    boolean isLast() {
        return atEnd;
    }

    /** Where the next row begins. */
    Position end() {
        return end;
    }
}
