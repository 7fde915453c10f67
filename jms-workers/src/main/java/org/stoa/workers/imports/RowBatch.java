package org.stoa.workers.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final List<Row> good = new ArrayList<>();
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
    record Row(long number, long line, ImportedProduct product) {
        String sku() {
            return product.sku().value();
        }
    }

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
                batch.atEnd = reader.isAtEnd();
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
            product.ifPresent(one -> good.add(new Row(number, line, one)));
        } catch (BadValue e) {
            refusals.add(new RowRefusal(number, line, "", e.getMessage(), ""));
        }
        refused += refusals.size() > before ? 1 : 0;
    }

    /** The slugs of the categories that are named. */
    List<String> categories() {
        return good.stream()
                .map(row -> row.product().category())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Takes those out whose category does not exist; before those that are repeated, because a refused row names nothing. */
    void refuseCategories(Set<String> existing) {
        good.removeIf(row -> {
            var category = row.product().category().filter(slug -> !existing.contains(slug));
            category.ifPresent(slug -> refuse(row, "category", "There is no such category.", slug));
            return category.isPresent();
        });
    }

    /** The first row of each SKU. */
    List<Row> named() {
        var bySku = new LinkedHashMap<String, Row>();
        good.forEach(row -> bySku.putIfAbsent(row.sku(), row));
        return List.copyOf(bySku.values());
    }

    /**
     * Takes those out that name what another row has named before.
     *
     * @param earlier the first row of each SKU that an earlier step has seen, at least for those of {@link #named}
     */
    void refuseRepeated(Map<String, Long> earlier) {
        var firstRows = new HashMap<>(earlier);
        good.removeIf(row -> {
            var first = firstRows.putIfAbsent(row.sku(), row.number());
            if (first != null) {
                refuse(row, "", "Row %d names the same product already.".formatted(first), row.sku());
            }
            return first != null;
        });
    }

    private void refuse(Row row, String column, String reason, String value) {
        refusals.add(new RowRefusal(row.number(), row.line(), column, reason, value));
        refused++;
    }

    /** The rows that were not refused so far. */
    List<Row> good() {
        return List.copyOf(good);
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
