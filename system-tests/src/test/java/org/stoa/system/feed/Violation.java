package org.stoa.system.feed;

/**
 * Something that must not be.
 *
 * @param kind which promise is broken
 * @param what for people
 */
record Violation(Kind kind, String what) {
    /** The promises. */
    enum Kind {
        /** (a) A read is behind the stamp that it carries. */
        BEHIND_ITS_STAMP,
        /** (b) A read is behind a write through the shop that was acknowledged long enough before. */
        TOO_OLD,
        /** (c) A read is behind a write by SQL that was committed long enough before. */
        SQL_NOT_SEEN,
        /** (d) Two writes were acknowledged of which one did not know of the other. */
        WRITTEN_TWICE,
        /** What was read had not been written. */
        NEVER_WRITTEN,
        /** What was read is not in the database any more: it was restored. */
        LOST_YET_SEEN,
        /** The answer to a write had no stamp. */
        NO_STAMP
    }
}
