package org.stoa.web.site;

/** Tells a failure to read a body that is larger than the server takes. */
public final class TooLarge {
    /** The HTTP status that answers it. */
    public static final int STATUS = 413;

    /** The server's own classes can't be seen from here, but their names can. */
    private static final String OF_SERVER = "io.undertow.server.RequestTooBigException";

    private static final int LONGEST_CHAIN = 20;

    private TooLarge() {}

    /** Whether that is in the chain of causes. */
    public static boolean isCauseOf(Throwable failure) {
        int depth = 0;
        for (var cause = failure; cause != null && depth < LONGEST_CHAIN; cause = cause.getCause(), depth++) {
            if (cause.getClass().getName().equals(OF_SERVER)) {
                return true;
            }
        }
        return false;
    }
}
