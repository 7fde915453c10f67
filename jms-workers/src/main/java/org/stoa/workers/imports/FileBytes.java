package org.stoa.workers.imports;

import java.io.InputStream;

/** The bytes of a file in the database from some place on; a small part of them is in memory. */
final class FileBytes extends InputStream {
    /** How much is fetched at once, in bytes; a step needs about so much. */
    private static final int PART = 131_072;

    private final Parts parts;
    private byte[] part = new byte[0];
    private int read;
    private long offset;

    /** Where parts come from. */
    interface Parts {
        /** Up to so many bytes from there on; none at the end. */
        byte[] read(long offset, int most);
    }

    FileBytes(Parts parts, long offset) {
        this.parts = parts;
        this.offset = offset;
    }

    @Override
    public int read() {
        return fill() ? part[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int start, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, part.length - read);
        System.arraycopy(part, read, bytes, start, some);
        read += some;
        return some;
    }

    private boolean fill() {
        if (read == part.length) {
            part = parts.read(offset, PART);
            offset += part.length;
            read = 0;
        }
        return read < part.length;
    }
}
