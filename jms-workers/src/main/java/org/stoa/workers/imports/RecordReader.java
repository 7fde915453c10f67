package org.stoa.workers.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.imports.RecordEnds;

/**
 * Reads a CSV file record by record, as bytes, and knows where each begins, so that another reader can go on from there. A
 * record over 1 MiB is passed over and never in memory as a whole. Empty lines are none.
 */
final class RecordReader {
    /** The longest record, in bytes: 1 MiB. */
    static final int LONGEST = 1_048_576;

    /** A record that is longer ends the import, in bytes: 16 MiB. */
    static final int MOST_PASSED = 16_777_216;

    /** Empty lines that are passed over at once, in bytes: 2 MiB. */
    static final int MOST_EMPTY = 2_097_152;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PushbackInputStream in;
    private long offset;
    private long line;
    private boolean atEnd;
    private boolean afterCarriageReturn;

    /**
     * A place between two records.
     *
     * @param offset bytes before it, 0 or more
     * @param line the line that begins there, 1 or more
     */
    record Position(long offset, long line) {
        static final Position START = new Position(0, 1);
    }

    /**
     * A record.
     *
     * @param begin where it begins
     * @param bytes all of it but the line break; only its beginning if it is too long
     * @param tooLong whether it is longer than {@link #LONGEST}
     * @param open whether the file ends inside of quotes
     */
    record RawRecord(Position begin, byte[] bytes, boolean tooLong, boolean open) {}

    /**
     * @param in the bytes from that position on
     */
    RecordReader(InputStream in, Position position) {
        this.in = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        this.offset = position.offset();
        this.line = position.line();
    }

    /** Where the next record begins, or empty lines before it. */
    Position position() {
        return new Position(offset, line);
    }

    /** Whether the file ends here; known when no record came. */
    boolean isAtEnd() {
        return atEnd;
    }

    /**
     * The next record, or empty at the end of the file, and after {@link #MOST_EMPTY} of empty lines.
     *
     * @throws Refusal invalid: a record is longer than {@link #MOST_PASSED}
     */
    Optional<RawRecord> next() throws IOException {
        skipByteOrderMark();
        long limit = offset + MOST_EMPTY;
        int first = read();
        while (first == '\n' || first == '\r') {
            endLine(first);
            if (offset >= limit) {
                return Optional.empty();
            }
            first = read();
        }
        atEnd = first < 0;
        return atEnd ? Optional.empty() : Optional.of(record(first));
    }

    private RawRecord record(int first) throws IOException {
        var begin = new Position(offset - 1, line);
        var ends = new RecordEnds();
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next = first;
        while (next >= 0 && !ends.accept((byte) next)) {
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            } else {
                tooLong = true;
                requirePassable(begin);
            }
            next = read();
        }
        endLine(next);
        return new RawRecord(begin, bytes.toByteArray(), tooLong, ends.isInsideQuotes());
    }

    private void requirePassable(Position begin) {
        if (offset - begin.offset() > MOST_PASSED) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "The row that begins on line %d is longer than 16 MiB; perhaps a quote in it is never closed."
                            .formatted(begin.line()));
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (offset > 0) {
            return;
        }
        var first = in.readNBytes(BYTE_ORDER_MARK.length);
        if (Arrays.equals(first, BYTE_ORDER_MARK)) {
            offset = first.length;
        } else {
            in.unread(first);
        }
    }

    /** A line feed after a carriage return is part of the same end. */
    private void endLine(int last) throws IOException {
        if (last != '\r') {
            return;
        }
        int next = in.read();
        if (next == '\n') {
            count(next);
        } else if (next >= 0) {
            in.unread(next);
        }
    }

    private int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            count(next);
        }
        return next;
    }

    /** A carriage return and a line feed are one end of a line. */
    private void count(int next) {
        boolean ends = next == '\r' || (next == '\n' && !afterCarriageReturn);
        afterCarriageReturn = next == '\r';
        offset++;
        line += ends ? 1 : 0;
    }
}
