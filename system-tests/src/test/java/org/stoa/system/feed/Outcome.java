package org.stoa.system.feed;

/** What a writer knows of his write. */
enum Outcome {
    /** It was acknowledged. */
    ACKNOWLEDGED,
    /** It was refused: it can't be seen by anybody. */
    REFUSED,
    /** There was no answer, or one that says nothing: it may be seen, at once, later or never. */
    UNKNOWN
}
