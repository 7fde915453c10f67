package org.stoa.benchmarks;

/**
 * What came of reading.
 *
 * @param hits answers from the page cache
 * @param loads answers that were made
 * @param changesRead changes that somebody read after them
 */
record ReadTally(long hits, long loads, long changesRead) {
    /** Nothing read. */
    static final ReadTally NONE = new ReadTally(0, 0, 0);

    ReadTally plus(ReadTally other) {
        return new ReadTally(hits + other.hits, loads + other.loads, changesRead + other.changesRead);
    }

    ReadTally since(ReadTally before) {
        return new ReadTally(hits - before.hits, loads - before.loads, changesRead - before.changesRead);
    }

    double hitRatio() {
        return hits / (double) Math.max(1, hits + loads);
    }

    double loadsPerChange() {
        return loads / (double) Math.max(1, changesRead);
    }
}
