package org.stoa.job;

import java.util.Locale;

/** What may be the case with a job. */
public enum JobState {
    /** It is due, and waits for a worker. */
    READY,
    /** Its time comes later, be it the first or that of another attempt. */
    WAITING,
    /** A worker has it, or had it and died. */
    RUNNING,
    /** All is done. */
    DONE,
    /** It failed too often, or can't be done: a person must look. */
    DEAD,
    /** Somebody did not want it any more. */
    CANCELLED;

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name, which is one. */
    static JobState fromString(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will happen to it by itself. */
    public boolean isFinished() {
        return switch (this) {
            case READY, WAITING, RUNNING -> false;
            case DONE, DEAD, CANCELLED -> true;
        };
    }
}
