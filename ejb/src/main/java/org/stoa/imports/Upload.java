package org.stoa.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.stoa.Refusal;
import org.stoa.job.JobId;

/**
 * A file on its way into the database. One piece of it is in memory at a time, and none of it on the clone's disk. Who does
 * not complete it closes it, and then nothing of it is left; where that fails too, the sweep removes it after an hour.
 */
public final class Upload extends OutputStream {
    private final ImportFiles files;
    private final Runnable end;
    private final UUID file;
    private final byte[] piece = new byte[ImportFiles.CHUNK];
    private final RecordCount records = new RecordCount();
    private int filled;
    private int pieces;
    private long size;
    private boolean complete;
    private boolean closed;

    /**
     * @param end called once when it is closed
     */
    Upload(ImportFiles files, String name, Runnable end) {
        this.files = files;
        this.end = end;
        this.file = files.begin(name);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /**
     * Adds bytes.
     *
     * @throws Refusal too large: more than {@link ImportFiles#MOST_BYTES} in all; unavailable
     */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (size > ImportFiles.MOST_BYTES) {
            throw Uploads.tooLarge();
        }
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, piece.length - filled);
            System.arraycopy(bytes, offset + done, piece, filled, some);
            filled += some;
            done += some;
            if (filled == piece.length) {
                store();
            }
        }
    }

    /**
     * Ends it, and has it imported.
     *
     * @param mapping how it is to be read; empty for what fits its columns
     * @param submitter the member that wants it; empty for programs of the staff
     * @return the job that imports it
     * @throws Refusal invalid: there is no such mapping; unavailable
     */
    public JobId complete(Optional<String> mapping, Optional<Long> submitter) {
        mapping.ifPresent(Mappings::named);
        if (filled > 0) {
            store();
        }
        var job = files.complete(new ImportFile(file, mapping, size, records.withoutHeader()), submitter);
        complete = true;
        return job;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!complete) {
                files.discard(file);
            }
        } finally {
            end.run();
        }
    }

    private void store() {
        var full = filled == piece.length ? piece : Arrays.copyOf(piece, filled);
        records.add(piece, filled);
        files.append(file, pieces, full);
        pieces++;
        filled = 0;
    }
}
