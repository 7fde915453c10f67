package org.stoa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.stoa.Refusal;

/** Takes files in, a few at a time. */
@ApplicationScoped
public class Uploads {
    /** At once on one clone; each holds a thread and up to 3 MiB. */
    private static final int MOST = 4;

    private static final int LONGEST_NAME = 200;

    private final Semaphore free = new Semaphore(MOST);

    @Inject
    private ImportFiles files;

    /**
     * Begins one.
     *
     * @param name what the file is called where it comes from; may be null
     * @throws Refusal unavailable: too many come in at once, or the primary is away
     */
    public Upload begin(String name) {
        if (!free.tryAcquire()) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "Too many files come in at once. Please try again in a minute.");
        }
        Upload upload = null;
        try {
            upload = new Upload(files, shown(name), free::release);
            return upload;
        } finally {
            if (upload == null) {
                free.release();
            }
        }
    }

    /**
     * Refuses what is announced as too long, before it is read.
     *
     * @param length in bytes; negative where it is not known
     * @throws Refusal too large
     */
    public void requireRoom(long length) {
        if (length > ImportFiles.MOST_BYTES) {
            throw tooLarge();
        }
    }

    static Refusal tooLarge() {
        return new Refusal(Refusal.Kind.TOO_LARGE, "A file may have 256 MiB.");
    }

    private static String shown(String name) {
        var plain = Optional.ofNullable(name)
                .orElse("")
                .replaceAll("[\\p{Cntrl}]+", " ")
                .strip();
        var last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? "unnamed" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }
}
