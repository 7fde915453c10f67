package org.stoa.benchmarks;

/**
 * What came of reading.
 *
 * @param hits answers from the page cache
 * @param waited answers that were not in the page cache when they were asked for: their readers waited until they were made, by
 *     whomever
 * @param changesRead changes that somebody read after them
 */
record ReadTally(long hits, long waited, long changesRead) {
    /** Nothing read. */
    static final ReadTally NONE = new ReadTally(0, 0, 0);

    ReadTally plus(ReadTally other) {
        return new ReadTally(hits + other.hits, waited + other.waited, changesRead + other.changesRead);
    }

    ReadTally since(ReadTally before) {
        return new ReadTally(hits - before.hits, waited - before.waited, changesRead - before.changesRead);
    }

    double hitRatio() {
        return hits / (double) Math.max(1, hits + waited);
    }
}
