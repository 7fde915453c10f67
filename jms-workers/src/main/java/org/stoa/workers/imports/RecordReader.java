package org.stoa.workers.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.stoa.imports.RecordEnds;

/**
 * Reads a CSV file record by record, as bytes, and knows where each begins, so that another reader can go on from there. A
 * record that is too long is passed over and never in memory as a whole. Empty lines are none.
 */
final class RecordReader {
    /** The longest record, in bytes: 1 MiB. */
    static final int LONGEST = 1_048_576;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PushbackInputStream in;
    private Position position;
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
        this.position = position;
    }

    /** Where the next record begins, or empty lines before it. */
    Position position() {
        return position;
    }

    /** The next record, or empty at the end of the file. */
    Optional<RawRecord> next() throws IOException {
        skipByteOrderMark();
        while (true) {
            var begin = position;
            var ends = new RecordEnds();
            var bytes = new ByteArrayOutputStream();
            boolean begun = false;
            boolean tooLong = false;
            int next = read();
            while (next >= 0 && !ends.accept((byte) next)) {
                begun = true;
                if (bytes.size() < LONGEST) {
                    bytes.write(next);
                } else {
                    tooLong = true;
                }
                next = read();
            }
            if (next == '\r') {
                swallowLineFeed();
            }
            if (begun) {
                return Optional.of(new RawRecord(begin, bytes.toByteArray(), tooLong, ends.isInsideQuotes()));
            }
            if (next < 0) {
                return Optional.empty();
            }
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (position.offset() > 0) {
            return;
        }
        var first = in.readNBytes(BYTE_ORDER_MARK.length);
        if (Arrays.equals(first, BYTE_ORDER_MARK)) {
            position = new Position(first.length, 1);
        } else {
            in.unread(first);
        }
    }

    private void swallowLineFeed() throws IOException {
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
        position = new Position(position.offset() + 1, position.line() + (ends ? 1 : 0));
    }
}
