package org.stoa;

import java.time.Duration;

/** Something was asked too often; it may be asked again later. */
public class TooManyRequests extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * @param message what was too often, in words that may be shown
     * @param wait after what time it may be asked again; rounded up to seconds, at least one
     */
    public TooManyRequests(String message, Duration wait) {
        super(Kind.TOO_MANY, message);
        this.wait = wait;
    }

    /** After how many seconds it may be asked again, 1 or more: the header {@code Retry-After}. */
    public long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
