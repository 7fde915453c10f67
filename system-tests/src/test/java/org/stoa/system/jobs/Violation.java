package org.stoa.system.jobs;

/**
 * Something that must not be.
 *
 * @param kind which promise is broken
 * @param what for people
 */
record Violation(Kind kind, String what) {
    /** The promises. */
    enum Kind {
        /** A job was submitted and is not there. */
        LOST,
        /** A job is not finished, long after all was mended. */
        STUCK,
        /** A job ended otherwise than it had to. */
        WRONG_END,
        /** A step took effect twice in the database. */
        APPLIED_TWICE,
        /** A job is done, and one of its steps took no effect. */
        STEP_MISSING,
        /** There is a job, or what it did, whose submission was rolled back. */
        NEVER_SUBMITTED,
        /** A step took effect after somebody had been told that the job was taken back. */
        APPLIED_AFTER_CANCEL,
        /** A batch ended twice. */
        CALLED_BACK_TWICE,
        /** A batch never ended. */
        NOT_CALLED_BACK,
        /** The end of a batch was told something wrong. */
        CALLED_BACK_WRONGLY,
        /** A time of a schedule had two jobs, or none. */
        WRONG_TICKS,
        /** A job is done that had no effect outside. */
        NO_EFFECT,
        /** An effect outside came twice, and nothing had broken between the one and the other. */
        EFFECT_TWICE,
        /** A job was taken from a clone though nothing had broken. */
        TAKEN_FROM_THE_LIVING
    }
}
