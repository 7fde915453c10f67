package org.stoa.system.jobs;

import java.util.Locale;

/** What a submitted job is, and how it must end. */
enum Kind {
    /** Writes into the ledger. */
    PLAIN("done"),
    /** Has an effect outside, too. */
    EFFECT("done"),
    /** Can't be done. */
    DOOMED("dead"),
    /** Submits others. */
    ORDER("done"),
    /** Submits others, and then rolls that back. */
    ROLLED_BACK("dead"),
    /** Comes again and again. */
    TICK("done");

    private final String end;

    Kind(String end) {
        this.end = end;
    }

    /** The state in which it ends, unless somebody takes it back. */
    String end() {
        return end;
    }

    /** As it is written down. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind fromString(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
