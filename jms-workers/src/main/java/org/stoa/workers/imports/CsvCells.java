package org.stoa.workers.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stoa.imports.BadValue;
import org.stoa.workers.imports.RecordReader.RawRecord;

/** The cells of a record. */
final class CsvCells {
    private static final int MOST_FIELDS = 200;

    /** In characters. */
    private static final int LONGEST_FIELD = 65_536;

    private static final CsvReaderBuilder CSV = CsvReader.builder();

    private CsvCells() {}

    /**
     * Reads them.
     *
     * @throws BadValue the record is no CSV, no text in UTF-8, or too long
     */
    static List<String> of(RawRecord record) throws BadValue {
        if (record.open()) {
            throw new BadValue("A quote that opens in this row is never closed; nothing after it could be read.");
        }
        if (record.tooLong()) {
            throw new BadValue("The row is longer than 1 MiB.");
        }
        var text = text(record.bytes());
        if (text.indexOf('\0') >= 0) {
            throw new BadValue("The row holds zero bytes, so it is no text.");
        }
        var limits = CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(RecordReader.LONGEST)
                .build();
        try {
            return CSV.ofSingleCsvRecord(limits, text).getFields();
        } catch (CsvParseException e) {
            throw new BadValue("Not a row of CSV: its quotes are wrong, a field is longer than 65536 characters,"
                    + " or there are more than 200.");
        }
    }

    private static String text(byte[] bytes) throws BadValue {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadValue("Not encoded in UTF-8; please save the file as UTF-8.");
        }
    }
}
