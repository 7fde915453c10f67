package org.stoa.cluster.process;

/** A failure that the person at the terminal can act on: the message is one line and says what to do. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its message.
     *
     * @param message one line, without a full stop's worth of guessing
     */
    public LaunchFailure(String message) {
        super(message);
    }

    /**
     * A failure with its message and what caused it.
     *
     * @param message one line
     * @param cause shown with {@code --verbose} only
     */
    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
