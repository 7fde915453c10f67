package org.stoa.job;

import java.util.Objects;

/**
 * How far a job is.
 *
 * @param done units of work, 0 or more
 * @param total units of work in all; 0 where it is not known yet
 * @param message what is being done, for people; never null, up to 500 characters
 */
public record Progress(long done, long total, String message) {
    /** Nothing is done and nothing known. */
    public static final Progress NONE = new Progress(0, 0, "");

    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException(done + " of " + total);
        }
        Objects.requireNonNull(message);
        message = message.substring(0, Math.min(message.length(), 500));
    }
}
